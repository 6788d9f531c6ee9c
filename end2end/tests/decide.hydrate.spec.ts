import { ApplicationPage } from '../pages/applications';
import { CandidatePage, CandidatesPage } from '../pages/candidates';
import { apply } from '../support/applications';
import { publish } from '../support/postings';
import { expect, test } from './fixtures';

test('whoever is about to press is asked when others have moved the candidate', async ({
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
  await theirs.reject.hover();

  await mine.move('In review');
  await mine.expectMoved('In review');
  await expect(theirs.stage).toHaveText('In review');
  await expect(theirs.main).toContainText(`${employer.name} moved this to In review just now.`);

  await theirs.reject.click();
  await expect(theirs.alert).toContainText('Still move it to Rejected?');
  await expect(theirs.stage).toHaveText('In review');

  await theirs.reject.click();
  await theirs.expectMoved('Rejected');
  await expect(theirs.stage).toHaveText('Rejected');
  await expect(theirs.history).toHaveCount(3);
  await expect(mine.stage).toHaveText('Rejected');
  await expect(mine.alert).toHaveCount(0);
});

test('whoever looks on sees how things are', async ({ employer, people, seeker }) => {
  const id = await apply(seeker, await publish(employer));
  const colleague = await people.again(employer);
  const [mine, theirs] = [new CandidatePage(employer.page), new CandidatePage(colleague.page)];
  for (const { page } of [mine, theirs]) await page.goto(`/employer/candidates/${id}`);
  await mine.move('In review');
  await expect(theirs.next).toHaveText('Move to Interview');
  await theirs.move('Interview');
  await theirs.expectMoved('Interview');
  await expect(mine.stage).toHaveText('Interview');
  await expect(mine.next).toHaveText('Move to Offer');
});

test('a list is gone through with keys, and a slip is taken back', async ({ employer, people }) => {
  const posting = await publish(employer);
  const names: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const seeker = await people.seeker();
    await apply(seeker, posting);
    names.push(seeker.name);
  }
  const { page } = employer;
  await page.goto('/employer/candidates?stage=received&sort=oldest');
  const [candidates, candidate] = [new CandidatesPage(page), new CandidatePage(page)];
  await candidates.names.first().click();
  await expect(candidate.place).toHaveText('1 of 3 in Received');
  await page.keyboard.press('j');
  await expect(candidate.heading).toHaveText(names[1]);
  await page.keyboard.press('ArrowRight');
  await expect(candidate.heading).toHaveText(names[2]);
  await page.keyboard.press('k');
  await expect(candidate.heading).toHaveText(names[1]);
  await page.keyboard.press('e');
  await expect(candidate.heading).toHaveText(names[2]);
  await candidate.expectMoved('In review');
  await candidate.moved.getByRole('button', { name: 'Undo' }).click();
  await expect(candidate.heading).toHaveText(names[1]);
  await candidate.expectDone('The move is undone.');
  await page.keyboard.press('r');
  await candidate.expectMoved('Rejected');
  await expect(candidate.heading).toHaveText(names[2]);
  await expect(candidate.moved).toHaveCount(0, { timeout: 15_000 });
});

test('new candidates are announced, and push nothing away', async ({ employer, people }) => {
  const posting = await publish(employer);
  const [first, second] = [await people.seeker(), await people.seeker()];
  await apply(first, posting);
  const candidates = await new CandidatesPage(employer.page).open();
  await expect(candidates.names).toHaveText([first.name]);
  await apply(second, posting);
  await expect(candidates.news).toHaveText('One new – show');
  await expect(candidates.names).toHaveText([first.name]);
  await candidates.news.click();
  await expect(candidates.names).toHaveText([second.name, first.name]);
  await expect(candidates.news).toHaveCount(0);
});

test('the bar of decisions stays, and panes scroll', async ({ employer, seeker }) => {
  const id = await apply(seeker, await publish(employer));
  const { page } = employer;
  await page.setViewportSize({ width: 1280, height: 500 });
  await page.goto(`/employer/candidates/${id}`);
  const candidate = new CandidatePage(page);
  await candidate.history.last().scrollIntoViewIfNeeded();
  await expect(candidate.next).toBeInViewport();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  const [frame, bar] = [await candidate.frame.boundingBox(), await candidate.bar.boundingBox()];
  expect((frame?.y ?? 0) + (frame?.height ?? 0)).toBeGreaterThan(490);
  expect(bar?.width).toBeGreaterThan(1200);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(candidate.main.getByRole('link', { name: 'Open resume' })).toBeInViewport();
  await expect(candidate.frame).toBeHidden();
});

test('who is about to withdraw is told of an offer that comes meanwhile', async ({ employer, seeker, troubles }) => {
  troubles.expectStatus(409);
  const id = await apply(seeker, await publish(employer));
  const sent = new ApplicationPage(seeker.page);
  await seeker.page.goto(`/applications/${id}`);
  await sent.main.locator('summary').filter({ hasText: 'Withdraw' }).click();
  const form = { id, stage: 'offer', version: '1' };
  expect((await employer.page.request.post('/api/change_stage', { form })).ok()).toBe(true);
  await expect(sent.stage).toHaveText('Offer', { timeout: 25_000 });
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
  await candidate.next.dblclick();
  await candidate.expectMoved('In review');
  await candidate.page.reload();
  await expect(candidate.stage).toHaveText('In review');
  await expect(candidate.history).toHaveCount(2);
});
