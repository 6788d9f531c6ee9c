import { ApplicationPage, ApplicationsPage } from '../pages/applications';
import { CandidatePage, CandidatesPage, StagesPage } from '../pages/candidates';
import { MessagesPage } from '../pages/messages';
import { apply } from '../support/applications';
import { say, talk } from '../support/conversations';
import { publish } from '../support/postings';
import { expect, test } from './fixtures';

test('a candidate moves once, however often one presses', async ({ employer, seeker }) => {
  const id = await apply(seeker, await publish(employer));
  const candidate = new CandidatePage(employer.page);
  await employer.page.goto(`/employer/candidates/${id}`);
  await candidate.move('In review');
  await candidate.expectDone('The stage is changed.');
  await candidate.press();
  await expect(candidate.stage).toHaveText('In review');
  await expect(candidate.alert).toHaveCount(0);
  await candidate.page.reload();
  await expect(candidate.stage).toHaveText('In review');
  await expect(candidate.history).toHaveCount(2);
});

test('after a decision nothing else is offered by itself', async ({ employer, seeker }) => {
  const id = await apply(seeker, await publish(employer));
  const candidate = new CandidatePage(employer.page);
  await employer.page.goto(`/employer/candidates/${id}`);
  await candidate.move('Rejected');
  await candidate.expectDone('The stage is changed.');
  await expect(candidate.moveTo).toHaveValue('rejected');
  await expect(candidate.main.locator('.stage-control .button--primary')).toHaveCount(0);
});

test('a rejection is undone to where the person stood', async ({ employer, seeker }) => {
  const id = await apply(seeker, await publish(employer));
  const candidate = new CandidatePage(employer.page);
  await employer.page.goto(`/employer/candidates/${id}`);
  await candidate.move('Interview');
  await expect(candidate.stage).toHaveText('Interview');
  await candidate.move('Rejected');
  await expect(candidate.stage).toHaveText('Rejected');
  await expect(candidate.main).toContainText('was at: Interview');
  await candidate.undo();
  await expect(candidate.stage).toHaveText('Interview');
  await expect(candidate.chosen).toHaveText('Interview');
  await expect(candidate.history).toHaveCount(4);
});

test('a company names and orders its stages, and candidates read them', async ({ employer, seeker, axe }) => {
  const posting = await publish(employer);
  const id = await apply(seeker, posting);
  const stages = await new StagesPage(employer.page).open(posting.id);
  await axe(stages.page);
  await stages.names.nth(2).fill('Phone call');
  await stages.save();
  await stages.expectDone('The stages are saved.');
  await stages.press('Up', 'Phone call');
  await expect(stages.names.nth(1)).toHaveValue('Phone call');
  await stages.add('Trial day', 'Interview');
  await expect(stages.rows).toHaveCount(6);
  await expect(stages.names.nth(4)).toHaveValue('Trial day');
  await stages.press('Remove', 'Offer');
  await expect(stages.rows).toHaveCount(5);

  const candidate = new CandidatePage(employer.page);
  await employer.page.goto(`/employer/candidates/${id}`);
  await candidate.move('Phone call');
  await expect(candidate.stage).toHaveText('Phone call');
  const sent = new ApplicationPage(seeker.page);
  await seeker.page.goto(`/applications/${id}`);
  await expect(sent.stage).toHaveText('Phone call');
  await expect(sent.history).toContainText(['Received', 'Phone call']);
  await seeker.page.goto('/notifications');
  await expect(sent.main).toContainText(`Your application for ${posting.title}: Phone call`);
  const candidates = await new CandidatesPage(employer.page).open();
  await expect(candidates.stage('Interview')).toContainText('1');
});

test('a stage in which somebody stands is removed when it is said where they go', async ({
  employer,
  seeker,
  scripted,
  troubles,
}) => {
  if (scripted) troubles.expectStatus(409);
  const posting = await publish(employer);
  const id = await apply(seeker, posting);
  const candidate = new CandidatePage(employer.page);
  await employer.page.goto(`/employer/candidates/${id}`);
  await candidate.move('In review');
  await expect(candidate.stage).toHaveText('In review');
  const stages = await new StagesPage(employer.page).open(posting.id);
  await stages.press('Remove', 'In review');
  await expect(stages.alert).toContainText('Choose where they go');
  await expect(stages.rows).toHaveCount(5);
  await stages.peopleTo('In review').selectOption('Offer');
  await stages.press('Remove', 'In review');
  await stages.expectDone('The stages are saved.');
  await expect(stages.rows).toHaveCount(4);
  await employer.page.goto(`/employer/candidates/${id}`);
  await expect(candidate.stage).toHaveText('Offer');
});

test('the neighbours of a candidate are those of the list that one came from', async ({ employer, people }) => {
  const posting = await publish(employer);
  const names: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const seeker = await people.seeker();
    const id = await apply(seeker, posting);
    names.push(seeker.name);
    if (n === 1) {
      const form = { id, stage: 'interview', version: '1' };
      expect((await employer.page.request.post('/api/change_stage', { form })).ok()).toBe(true);
    }
  }
  await employer.page.goto('/employer/candidates?stage=received&sort=oldest');
  const [candidates, candidate] = [new CandidatesPage(employer.page), new CandidatePage(employer.page)];
  await candidates.names.first().click();
  await expect(candidate.heading).toHaveText(names[0]);
  await candidate.beside('Newer').click();
  await expect(candidate.heading).toHaveText(names[2]);
  await expect(candidate.beside('Newer')).toHaveCount(0);
  await candidate.move('Rejected');
  await candidate.expectDone('The stage is changed.');
  await candidate.beside('Older').click();
  await expect(candidate.heading).toHaveText(names[0]);
  await candidate.beside('Back to the list').click();
  await expect(candidates.names).toHaveText([names[0]]);
  await expect(candidates.order).toHaveValue('oldest');
});

test('who withdraws is told so, and the company sees no more of it', async ({ employer, seeker }) => {
  const posting = await publish(employer);
  const id = await apply(seeker, posting);
  const candidate = new CandidatePage(employer.page);
  await employer.page.goto(`/employer/candidates/${id}`);
  await expect(candidate.main).toContainText('Trees are my life.');
  await candidate.move('Interview');
  await candidate.expectDone('The stage is changed.');

  const sent = new ApplicationPage(seeker.page);
  await seeker.page.goto(`/applications/${id}`);
  await sent.withdraw();
  await sent.expectDone('Your application is withdrawn.');
  await expect(sent.main).toContainText('You have withdrawn this application. It was at: Interview.');
  await expect(sent.main).toContainText('Trees are my life.');
  const applications = await new ApplicationsPage(seeker.page).open();
  await expect(applications.row(posting.title)).toContainText('was at: Interview');

  await employer.page.goto(`/employer/candidates/${id}`);
  await expect(candidate.heading).toHaveText(seeker.name);
  await expect(candidate.main).toContainText('was at: Interview');
  await expect(candidate.main).not.toContainText('Trees are my life.');
  await expect(candidate.main).not.toContainText(seeker.email);
  await expect(candidate.frame).toHaveCount(0);
});

test('a notification that names somebody leads to them', async ({ employer, seeker }) => {
  const posting = await publish(employer);
  await apply(seeker, posting);
  await employer.page.goto('/notifications');
  const candidate = new CandidatePage(employer.page);
  await candidate.main.getByRole('link', { name: `${seeker.name} applied for ${posting.title}` }).click();
  await expect(candidate.heading).toHaveText(seeker.name);
});

test('one’s own messages are “You” in the list', async ({ employer, seeker }) => {
  const { id } = await talk(seeker, employer);
  await say(seeker, id, 'Are the trees old?');
  const [mine, theirs] = [new MessagesPage(seeker.page), new MessagesPage(employer.page)];
  await mine.open();
  await expect(mine.row('Are the trees old?')).toContainText('You: Are the trees old?');
  await theirs.open();
  await expect(theirs.row('Are the trees old?')).not.toContainText('You:');
});
