import { LoginPage } from '../pages/login';
import { PostingEditor } from '../pages/posting-editor';
import { Screen } from '../pages/screen';
import { actFor, InvitationPage, TeamPage, type Role } from '../pages/team';
import { openPage, type People, type Person } from '../support/people';
import { expect, fresh, test } from './fixtures';

/** Somebody who has joined the company of `owner`. */
async function colleague(owner: Person, people: People, role: Role): Promise<Person> {
  const person = await people.seeker();
  const link = await (await new TeamPage(owner.page).open()).invite(person.email, role);
  const invitation = await new InvitationPage(person.page).open(link);
  await invitation.accept.click();
  await invitation.expectDone('Welcome to the team!');
  return person;
}

test('an invitation makes an account that founds no company', async ({ employer, page }) => {
  const team = await new TeamPage(employer.page).open();
  const [name, email] = [fresh.name(), fresh.email(fresh.name())];
  const link = await team.invite(email, 'Hiring manager');
  const invitation = await new InvitationPage(page).open(link);
  await expect(invitation.heading).toHaveText(`Join ${employer.company}`);
  await expect(invitation.main).toContainText('Hiring manager');
  await expect(invitation.main).toContainText(employer.name);
  await expect(invitation.main).not.toContainText(email);
  await invitation.register.click();
  await expect(invitation.main.getByRole('radio')).toHaveCount(0);
  await invitation.field('Your name').fill(name);
  await invitation.field('E-mail').fill(email);
  await invitation.main.getByLabel('Password', { exact: true }).fill(fresh.password());
  await invitation.main.getByRole('button', { name: 'Create account' }).click();
  await expect(invitation.heading).toHaveText(employer.company);
  await team.open();
  await expect(team.member(name)).toContainText('Hiring manager');
  await expect(team.invitations).toHaveCount(0);
});

test('an invitation is accepted once, by whom it is for', async ({ employer, people, seeker }) => {
  const other = await people.seeker();
  const team = await new TeamPage(employer.page).open();
  const link = await team.invite(seeker.email, 'Recruiter');
  const theirs = await new InvitationPage(other.page).open(link);
  await expect(theirs.main).toContainText('This invitation is for another address');
  await expect(theirs.accept).toHaveCount(0);
  const mine = await new InvitationPage(seeker.page).open(link);
  await mine.accept.click();
  await mine.expectDone('Welcome to the team!');
  await theirs.open(link);
  await expect(theirs.heading).toHaveText('This invitation was used');
});

test('a link that was replaced or withdrawn says so', async ({ employer, seeker }) => {
  const team = await new TeamPage(employer.page).open();
  const first = await team.invite(seeker.email, 'Recruiter');
  const second = await team.renew(seeker.email);
  const invitation = await new InvitationPage(seeker.page).open(first);
  await expect(invitation.heading).toHaveText('This link leads to no invitation');
  await invitation.open(second);
  await expect(invitation.accept).toBeVisible();
  await team.withdraw(seeker.email);
  await invitation.accept.click();
  await expect(invitation.main).toContainText('withdrawn');
});

test('logged out, an invitation leads to the login and back', async ({ employer, seeker, page }) => {
  const link = await (await new TeamPage(employer.page).open()).invite(seeker.email, 'Recruiter');
  const invitation = await new InvitationPage(page).open(link);
  await invitation.login.click();
  await new LoginPage(page).login(seeker.email, seeker.password);
  await expect(invitation.accept).toBeVisible();
});

test('a role that is taken away while a form is open loses nothing', async ({ employer, people, troubles }) => {
  troubles.expectStatus(403);
  const person = await colleague(employer, people, 'Recruiter');
  const editor = await new PostingEditor(person.page).open();
  await editor.title.fill('Written before');
  await editor.description.fill('What I had written');
  const team = await new TeamPage(employer.page).open();
  await team.changeRole(person.name, 'Interviewer');
  await team.expectDone('The role is changed.');
  await editor.main.getByRole('button', { name: 'Save draft' }).click();
  await expect(editor.main).toContainText('Your role in this company does not allow this');
  await expect(editor.main.getByText('What I had written').or(editor.description).first()).toBeVisible();
  await person.page.goto('/employer');
  await expect(editor.main.getByRole('link', { name: 'Postings' })).toHaveCount(0);
});

test('who is removed has no access', async ({ employer, people, troubles }) => {
  troubles.expectStatus(403, 409);
  const person = await colleague(employer, people, 'Recruiter');
  const team = await new TeamPage(employer.page).open();
  await team.remove(person.name);
  await team.expectDone('The member is removed.');
  await expect(team.member(person.name)).toHaveCount(0);
  const response = await person.page.goto('/employer');
  expect(response?.status()).toBe(403);
});

test('the last owner stays', async ({ employer, people }) => {
  const person = await colleague(employer, people, 'Recruiter');
  const team = await new TeamPage(employer.page).open();
  await team.leave();
  await expect(team.main).toContainText('A company needs an owner.');
  await team.changeRole(employer.name, 'Recruiter');
  await expect(team.main).toContainText('A company needs an owner.');
  await team.changeRole(person.name, 'Owner');
  await team.expectDone('The role is changed.');
  await team.leave();
  await team.expectDone('You have left the company.');
});

test('two companies in two tabs', async ({ employer, people, troubles, scripted }) => {
  troubles.expectStatus(401, 409);
  const other = await people.employer();
  const link = await (await new TeamPage(other.page).open()).invite(employer.email, 'Owner');
  const editor = await new PostingEditor(employer.page).open();
  await editor.title.fill('For the first alone');
  const second = await new InvitationPage(await openPage(employer.context)).open(link);
  await second.accept.click();
  await expect(second.heading).toHaveText(other.company);

  await editor.main.getByRole('button', { name: 'Save draft' }).click();
  if (scripted) {
    await expect(
      employer.page.getByText('You act for another company by now').filter({ visible: true }).first(),
    ).toBeVisible();
    await actFor(second, employer.company);
    await editor.main.getByRole('button', { name: 'Save draft' }).click();
  } else {
    await expect(editor.main).toContainText(`This page was made for ${employer.company}`);
    await editor.main.getByRole('button', { name: `Act for ${employer.company} and go back` }).click();
    await expect(editor.title).toHaveValue('For the first alone');
    await editor.main.getByRole('button', { name: 'Save draft' }).click();
  }
  await editor.expectDone('The posting is saved.');
  const screen = new Screen(employer.page);
  await actFor(screen, 'Job seeker');
  await expect(employer.page).toHaveURL(/\/jobs$/);
  await actFor(screen, other.company);
  await expect(screen.heading).toHaveText(other.company);
});
