import { ApplicationPage } from '../pages/applications';
import { CandidatePage } from '../pages/candidates';
import { apply } from '../support/applications';
import { publish } from '../support/postings';
import { expect, test } from './fixtures';

test('what one has chosen stays chosen while others move the candidate', async ({
  employer,
  people,
  seeker,
  troubles,
}) => {
  troubles.expectStatus(409);
  const id = await apply(seeker, await publish(employer));
  const colleague = await people.again(employer);
  const [mine, theirs] = [new CandidatePage(employer.page), new CandidatePage(colleague.page)];
  for (const { page } of [mine, theirs]) await page.goto(`/employer/candidates/${id}`);
  await theirs.moveTo.selectOption('Rejected');

  await mine.move('In review');
  await mine.expectDone('The stage is changed.');
  await expect(theirs.stage).toHaveText('In review');
  await expect(theirs.moveTo).toHaveValue('rejected');
  await expect(theirs.main).toContainText(`${employer.name} moved this to In review just now.`);

  await theirs.press();
  await expect(theirs.alert).toContainText('Still move it to Rejected?');
  await expect(theirs.stage).toHaveText('In review');
  await expect(theirs.moveTo).toHaveValue('rejected');

  await theirs.press();
  await theirs.expectDone('The stage is changed.');
  await expect(theirs.stage).toHaveText('Rejected');
  await expect(theirs.history).toHaveCount(3);
  await expect(mine.stage).toHaveText('Rejected');
  await expect(mine.moveTo).toHaveValue('rejected');
  await expect(mine.alert).toHaveCount(0);
});

test('a form that nobody has begun with shows how things are', async ({ employer, people, seeker }) => {
  const id = await apply(seeker, await publish(employer));
  const colleague = await people.again(employer);
  const [mine, theirs] = [new CandidatePage(employer.page), new CandidatePage(colleague.page)];
  for (const { page } of [mine, theirs]) await page.goto(`/employer/candidates/${id}`);
  await mine.move('In review');
  await expect(theirs.chosen).toHaveText('In review');
  await theirs.move('Interview');
  await theirs.expectDone('The stage is changed.');
  await expect(mine.stage).toHaveText('Interview');
  await expect(mine.chosen).toHaveText('Interview');
});

test('who is about to withdraw is told of an offer that comes meanwhile', async ({ employer, seeker, troubles }) => {
  troubles.expectStatus(409);
  const id = await apply(seeker, await publish(employer));
  const sent = new ApplicationPage(seeker.page);
  await seeker.page.goto(`/applications/${id}`);
  await sent.main.locator('summary').filter({ hasText: 'Withdraw' }).click();
  const form = { id, stage: 'offer', version: '1' };
  expect((await employer.page.request.post('/api/change_stage', { form })).ok()).toBe(true);
  await expect(sent.stage).toHaveText('Offer');
  await sent.main.getByRole('button', { name: 'Withdraw my application' }).click();
  await expect(sent.alert).toContainText('Still withdraw it?');
  await expect(sent.stage).toHaveText('Offer');
  await sent.main.getByRole('button', { name: 'Withdraw my application' }).click();
  await sent.expectDone('Your application is withdrawn.');
});

test('the second click of a double click is no second press', async ({ employer, seeker }) => {
  const id = await apply(seeker, await publish(employer));
  const candidate = new CandidatePage(employer.page);
  await employer.page.goto(`/employer/candidates/${id}`);
  await candidate.moveTo.selectOption('Offer');
  await candidate.main.getByRole('button', { name: 'Change stage' }).dblclick();
  await candidate.expectDone('The stage is changed.');
  await candidate.page.reload();
  await expect(candidate.stage).toHaveText('Offer');
  await expect(candidate.history).toHaveCount(2);
});
