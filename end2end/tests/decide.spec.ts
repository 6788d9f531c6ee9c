import { ApplicationPage, ApplicationsPage } from '../pages/applications';
import { CandidatePage, CandidatesPage, StagesPage } from '../pages/candidates';
import { MessagesPage } from '../pages/messages';
import { apply } from '../support/applications';
import { say, talk } from '../support/conversations';
import { publish } from '../support/postings';
import { expect, test } from './fixtures';

test('a candidate moves on with one press, and nothing follows a rejection', async ({ employer, seeker }) => {
  const id = await apply(seeker, await publish(employer));
  const candidate = new CandidatePage(employer.page);
  await employer.page.goto(`/employer/candidates/${id}`);
  await expect(candidate.next).toHaveText('Move to In review');
  await candidate.next.click();
  await candidate.expectMoved('In review');
  await expect(candidate.stage).toHaveText('In review');
  await expect(candidate.next).toHaveText('Move to Interview');
  await candidate.page.reload();
  await expect(candidate.history).toHaveCount(2);
  await candidate.move('Rejected');
  await candidate.expectMoved('Rejected');
  await expect(candidate.next).toHaveCount(0);
  await expect(candidate.reject).toHaveCount(0);
});

test('a move is taken back, and its candidate hears nothing of it', async ({ employer, seeker }) => {
  const posting = await publish(employer);
  const id = await apply(seeker, posting);
  const candidate = new CandidatePage(employer.page);
  await employer.page.goto(`/employer/candidates/${id}`);
  await candidate.move('Offer');
  await candidate.expectMoved('Offer');
  await candidate.moved.getByRole('button', { name: 'Undo' }).click();
  await candidate.expectDone('The move is undone.');
  await expect(candidate.stage).toHaveText('Received');
  await seeker.page.goto(`/applications/${id}`);
  await expect(new ApplicationPage(seeker.page).history).toHaveCount(1);
  // Another move is told, and this one is not, though it was before.
  const other = await publish(employer);
  const form = { id: await apply(seeker, other), stage: 'offer', version: '1' };
  expect((await employer.page.request.post('/api/change_stage', { form })).ok()).toBe(true);
  const { main } = new ApplicationPage(seeker.page);
  await expect(async () => {
    await seeker.page.goto('/notifications');
    await expect(main).toContainText(`Your application for ${other.title}: Offer`, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await expect(main).not.toContainText(`Your application for ${posting.title}`);
});

test('one writes to a candidate beside their application', async ({ employer, seeker, axe }) => {
  const id = await apply(seeker, await publish(employer));
  const [candidate, messages] = [new CandidatePage(employer.page), new MessagesPage(employer.page)];
  await employer.page.goto(`/employer/candidates/${id}`);
  await candidate.tab('Messages').click();
  await expect(candidate.main).toContainText('Nothing is written yet');
  await candidate.main.getByRole('button', { name: 'Write a message' }).click();
  await expect(messages.composer).toBeVisible();
  await expect(candidate.heading).toHaveText(seeker.name);
  await axe(employer.page);
  await messages.send('Can you come on Monday?');
  // A page asks before it is left while a message is on its way.
  await expect(async () => {
    await employer.page.goto(`/employer/candidates/${id}?tab=messages`, { timeout: 5_000 });
  }).toPass();
  await expect(messages.texts).toHaveText(['Can you come on Monday?']);
  await candidate.tab('Application').click();
  await expect(candidate.letter).toContainText('Trees are my life.');
});

test('candidates are found by the beginnings of their names', async ({ employer, people }) => {
  const posting = await publish(employer);
  const [jorg, mira] = [await people.seeker(), await people.seeker()];
  [jorg.name, mira.name] = ['Jörg Müller', 'Mira Falk'];
  await apply(jorg, posting);
  await apply(mira, posting);
  const candidates = await new CandidatesPage(employer.page).open();
  await expect(candidates.names).toHaveText(['Mira Falk', 'Jörg Müller']);
  await candidates.find('muell');
  await expect(candidates.names).toHaveText(['Jörg Müller']);
  await candidates.names.click();
  await expect(new CandidatePage(employer.page).place).toHaveText('1 of 1');
  await new CandidatePage(employer.page).place.click();
  await expect(candidates.names).toHaveText(['Jörg Müller']);
  await candidates.find('nobody');
  await expect(candidates.main).toContainText('Nobody called “nobody”');
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
  // Once it can no longer be taken back.
  await expect(async () => {
    await seeker.page.goto('/notifications');
    await expect(sent.main).toContainText(`Your application for ${posting.title}: Phone call`, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
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
  await expect(candidate.place).toHaveText('1 of 2 in Received');
  await expect(candidate.beside('Previous candidate')).toHaveCount(0);
  await candidate.beside('Next candidate').click();
  await expect(candidate.heading).toHaveText(names[2]);
  await candidate.beside('Previous candidate').click();
  await expect(candidate.heading).toHaveText(names[0]);
  await candidate.move('Rejected');
  await candidate.expectMoved('Rejected');
  await expect(candidate.heading).toHaveText(names[2]);
  await expect(candidate.place).toHaveText('1 of 1 in Received');
  await candidate.move('In review');
  await expect(candidates.main).toContainText('Nobody at this stage');
  await candidate.expectMoved('In review');
  await expect(candidates.order).toHaveValue('oldest');
});

test('who withdraws is told so, and the company sees no more of it', async ({ employer, seeker }) => {
  const posting = await publish(employer);
  const id = await apply(seeker, posting);
  const candidate = new CandidatePage(employer.page);
  await employer.page.goto(`/employer/candidates/${id}`);
  await expect(candidate.main).toContainText('Trees are my life.');
  await candidate.move('Interview');
  await candidate.expectMoved('Interview');

  const sent = new ApplicationPage(seeker.page);
  await seeker.page.goto(`/applications/${id}`);
  await sent.withdraw();
  await sent.expectDone('Your application is withdrawn.');
  await expect(sent.main).toContainText('You have withdrawn this application. It was at: Interview.');
  await expect(sent.main).toContainText('Trees are my life.');
  const applications = await new ApplicationsPage(seeker.page).open();
  await applications.closed.click();
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
