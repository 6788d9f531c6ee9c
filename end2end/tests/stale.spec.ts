import type { Page } from '@playwright/test';
import { CandidatePage, CandidatesPage, StagesPage } from '../pages/candidates';
import { PostingEditor } from '../pages/posting-editor';
import { apply } from '../support/applications';
import { publish } from '../support/postings';
import { expect, test } from './fixtures';

/** Has a page learn of what others do only when it asks. */
async function hearNothing(page: Page): Promise<void> {
  await page.routeWebSocket(/\/live/, () => {});
}

test('two who move the same candidate lose nothing silently', async ({
  employer,
  people,
  seeker,
  troubles,
  scripted,
}) => {
  if (scripted) troubles.expectStatus(409);
  await apply(seeker, await publish(employer));
  const colleague = await people.again(employer);
  await hearNothing(colleague.page);
  const [mine, theirs] = [new CandidatePage(employer.page), new CandidatePage(colleague.page)];
  for (const { page } of [mine, theirs]) {
    const candidates = await new CandidatesPage(page).open();
    await candidates.names.first().click();
    await expect(new CandidatePage(page).heading).toHaveText(seeker.name);
  }

  await mine.move('Interview');
  await mine.expectDone('The stage is changed.');
  await theirs.move('Rejected');
  await expect(theirs.alert).toContainText(`${employer.name} moved this to Interview just now.`);
  await expect(theirs.alert).toContainText('Still move it to Rejected?');
  expect(decodeURIComponent(theirs.page.url())).not.toContain(employer.name);
  await expect(theirs.stage).toHaveText('Interview');
  await expect(theirs.history).toHaveCount(2);

  await expect(theirs.moveTo).toHaveValue('rejected');
  await theirs.press();
  await theirs.expectDone('The stage is changed.');
  await expect(theirs.stage).toHaveText('Rejected');
  await expect(theirs.history).toHaveCount(3);
});

test('two who edit the same posting: the second is told and keeps what was typed', async ({
  employer,
  people,
  troubles,
  scripted,
}) => {
  if (scripted) troubles.expectStatus(409);
  const posting = await publish(employer);
  const colleague = await people.again(employer);
  const mine = await new PostingEditor(employer.page).open(posting.id);
  const theirs = await new PostingEditor(colleague.page).open(posting.id);
  await mine.city.fill('Dresden');
  await mine.save();
  await mine.expectDone('The posting is saved.');

  await theirs.city.fill('Pirna');
  await theirs.description.fill('Words that took an hour.');
  await theirs.save();
  await expect(theirs.alert).toContainText('Somebody changed this meanwhile');
  await expect(theirs.city).toHaveValue('Pirna');
  await expect(theirs.description).toHaveValue('Words that took an hour.');
  await mine.open(posting.id);
  await expect(mine.city).toHaveValue('Dresden');

  await theirs.save();
  await expect(theirs.alert).toContainText('Somebody changed this meanwhile');
  await mine.open(posting.id);
  await expect(mine.city).toHaveValue('Dresden');

  await theirs.button('Save mine over theirs').click();
  await theirs.expectDone('The posting is saved.');
  await mine.open(posting.id);
  await expect(mine.city).toHaveValue('Pirna');
});

test('two who change the stages of a posting: the second is told and keeps what was typed', async ({
  employer,
  people,
  troubles,
  scripted,
}) => {
  if (scripted) troubles.expectStatus(409);
  const posting = await publish(employer);
  const colleague = await people.again(employer);
  await hearNothing(colleague.page);
  const mine = await new StagesPage(employer.page).open(posting.id);
  const theirs = await new StagesPage(colleague.page).open(posting.id);
  await mine.names.nth(2).fill('Phone call');
  await mine.save();
  await mine.expectDone('The stages are saved.');

  await theirs.names.nth(3).fill('Our offer');
  await theirs.save();
  await expect(theirs.alert).toContainText('Somebody changed this meanwhile');
  await expect(theirs.names.nth(3)).toHaveValue('Our offer');
  await mine.open(posting.id);
  await expect(mine.names.nth(2)).toHaveValue('Phone call');
  await expect(mine.names.nth(3)).toHaveValue('Offer');
});

test('what a colleague has closed is closed, and once', async ({ employer, people }) => {
  const posting = await publish(employer);
  const colleague = await people.again(employer);
  await hearNothing(colleague.page);
  const mine = await new PostingEditor(employer.page).open(posting.id);
  const theirs = await new PostingEditor(colleague.page).open(posting.id);
  await mine.close();
  await mine.expectDone('The posting is closed.');
  await theirs.close();
  await theirs.expectDone('The posting is closed.');
  await expect(theirs.fact('State')).toHaveText('Closed');
});

test('a candidate who withdraws meanwhile is moved nowhere', async ({ employer, seeker, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(409);
  const id = await apply(seeker, await publish(employer));
  await hearNothing(employer.page);
  const candidates = await new CandidatesPage(employer.page).open();
  await candidates.names.first().click();
  const candidate = new CandidatePage(employer.page);
  await expect(candidate.heading).toHaveText(seeker.name);
  const answer = await seeker.page.request.post('/api/withdraw_application', { form: { id } });
  expect(answer.ok()).toBe(true);
  await candidate.move('Offer');
  await expect(candidate.alert).toContainText(/Somebody changed this meanwhile|stage that does not allow this/);
  await expect(candidate.stage).toHaveText('Withdrawn');
});
