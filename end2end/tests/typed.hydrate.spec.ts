import type { Page } from '@playwright/test';
import { ApplyPage } from '../pages/apply';
import { JobsPage } from '../pages/jobs';
import { PostingEditor } from '../pages/posting-editor';
import { ProfilePage } from '../pages/profile';
import { beforeHydration } from '../support/early';
import { pdf } from '../support/files';
import { openPage } from '../support/people';
import { draft, publish } from '../support/postings';
import { expect, test } from './fixtures';

/** Answers each question of the page so, and counts them. */
function answer(page: Page, accept: boolean): { asked: number } {
  const seen = { asked: 0 };
  page.on('dialog', (dialog) => {
    seen.asked += 1;
    return accept ? dialog.accept() : dialog.dismiss();
  });
  return seen;
}

/** Waits until this browser keeps a text. */
async function kept(page: Page, text: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(text);
}

test('leaving a form with changes asks first: by a link, by going back, by reloading', async ({ seeker }) => {
  const { page } = seeker;
  await page.goto('/jobs');
  await page.getByRole('banner').getByRole('link', { name: 'Resumes', exact: true }).first().click();
  await expect(page).toHaveURL(/\/resumes$/);
  await page.goto('/profile');
  const profile = new ProfilePage(page);
  const asked = answer(page, false);

  await profile.nav('Jobs').click();
  await expect(page, 'nothing was typed').toHaveURL(/\/jobs$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/profile$/);
  expect(asked.asked).toBe(0);

  await profile.about.fill('Words that took an hour.');
  await profile.nav('Jobs').click();
  await expect.poll(() => asked.asked).toBe(1);
  await expect(page).toHaveURL(/\/profile$/);
  await page.evaluate(() => history.back());
  await expect.poll(() => asked.asked).toBe(2);
  await expect(page).toHaveURL(/\/profile$/);
  await expect(profile.about).toHaveValue('Words that took an hour.');

  await profile.saveProfile();
  await profile.expectDone('Your profile is saved.');
  await profile.nav('Jobs').click();
  await expect(page, 'after sending nobody asks').toHaveURL(/\/jobs$/);
  expect(asked.asked).toBe(2);
});

test('who leaves all the same is let go, and what is taken back is no change', async ({ seeker }) => {
  const { page } = seeker;
  const profile = await new ProfilePage(page).open();
  const asked = answer(page, true);
  await profile.headline.fill('x');
  await profile.headline.fill('');
  await profile.nav('Jobs').click();
  await expect(page).toHaveURL(/\/jobs$/);
  expect(asked.asked).toBe(0);
  await profile.open();
  await profile.headline.fill('Arborist');
  await profile.nav('Jobs').click();
  await expect(page).toHaveURL(/\/jobs$/);
  expect(asked.asked).toBe(1);
});

test('buttons beside the editor say that changes would be lost', async ({ employer }) => {
  const posting = await publish(employer);
  const editor = await new PostingEditor(employer.page).open(posting.id);
  const asked = answer(employer.page, false);
  await editor.city.fill('Dresden');
  await editor.close();
  await expect.poll(() => asked.asked).toBe(1);
  await editor.button('Duplicate').click();
  await expect.poll(() => asked.asked).toBe(2);
  await expect(editor.city).toHaveValue('Dresden');
  await expect(editor.fact('State')).toHaveText('Open');
});

test('a letter is kept in this browser until it is sent', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  const { page } = seeker;
  const form = await new ApplyPage(page).open(posting.slug);
  await form.letter.fill('Words that took an hour.');
  await kept(page, 'took an hour');
  await form.open(posting.slug);
  await expect(form.letter).toHaveValue('Words that took an hour.');
  await expect(form.main).toContainText('Here is what you typed and did not send.');

  await form.main.getByRole('button', { name: 'Discard' }).click();
  await expect(form.letter).toHaveValue('');
  await form.open(posting.slug);
  await expect(form.letter).toHaveValue('');

  await form.letter.fill('Other words.');
  await kept(page, 'Other words.');
  await form.upload(pdf('resume.pdf', 'x'));
  await form.succeed();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('Other words.');
});

test('a letter that was kept stands on the page that says that the posting is closed', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  const form = await new ApplyPage(seeker.page).open(posting.slug);
  await form.letter.fill('Words that took an hour.');
  await kept(seeker.page, 'took an hour');
  await employer.page.request.post('/api/close_posting', { form: { id: posting.id } });
  await form.open(posting.slug);
  await expect(form.main).toContainText('This posting takes no applications any more');
  await expect(seeker.page.locator('.unsent__text')).toHaveText('Words that took an hour.');
});

test('two tabs do not write over each other', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  const first = await new ApplyPage(seeker.page).open(posting.slug);
  const second = await new ApplyPage(await openPage(seeker.context)).open(posting.slug);
  await first.letter.fill('From the first.');
  await kept(first.page, 'From the first.');
  await second.letter.fill('From the second.');
  await kept(second.page, 'From the second.');
  await kept(second.page, 'From the first.');
  await expect(first.letter).toHaveValue('From the first.');
});

test('a draft of an older version is offered, not forced', async ({ employer, people }) => {
  const posting = await draft(employer);
  const editor = await new PostingEditor(employer.page).open(posting.id);
  await editor.city.fill('Dresden');
  await kept(employer.page, 'Dresden');
  const colleague = await people.again(employer);
  const theirs = await new PostingEditor(colleague.page).open(posting.id);
  await theirs.city.fill('Pirna');
  await theirs.saveDraft();
  await theirs.expectDone('The posting is saved.');

  await editor.open(posting.id);
  await expect(editor.city).toHaveValue('Pirna');
  await expect(editor.main).toContainText('What is stored has changed since.');
  await editor.button('Put them in').click();
  await expect(editor.city).toHaveValue('Dresden');
});

test('who logs out may take the drafts away', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  const { page } = seeker;
  const form = await new ApplyPage(page).open(posting.slug);
  await form.letter.fill('Words that took an hour.');
  await kept(page, 'took an hour');
  answer(page, true);
  await form.logout();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('took an hour');
});

test('what is done before the page is taken over counts', async ({ page, seeker }) => {
  const jobs = await new JobsPage(page).open('?q=zzz');
  await beforeHydration(page, '/jobs', async () => {
    await expect(page.locator('body[data-hydrated]')).toHaveCount(0);
    await jobs.filter('Remote').check();
  });
  await expect(jobs.chip('Remote')).toBeVisible();
  await expect(jobs.filter('Remote')).toBeChecked();

  await seeker.page.goto('/jobs');
  const profile = new ProfilePage(seeker.page);
  await beforeHydration(seeker.page, '/profile', () => profile.about.fill('x'.repeat(3_990)));
  await expect(profile.about).toHaveValue('x'.repeat(3_990));
  await expect(profile.main.locator('.counter')).toContainText(['10 characters left']);
});
