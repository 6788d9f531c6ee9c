import { ApplicationPage } from '../pages/applications';
import { ApplyPage } from '../pages/apply';
import { JobPage } from '../pages/job';
import { JobsPage } from '../pages/jobs';
import { ResumesPage } from '../pages/resumes';
import { apply } from '../support/applications';
import { pdf, type Upload } from '../support/files';
import { publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

const letter: Upload = { name: 'letter.docx', mimeType: 'application/msword', buffer: Buffer.from('Dear all') };

test('a row that was opened says so', async ({ page, employer }) => {
  const posting = await publish(employer);
  const jobs = await new JobsPage(page).open(`?q=${encodeURIComponent(posting.title)}`);
  await expect(jobs.row(posting.title)).not.toContainText('Seen');
  const job = await new JobPage(page).open(posting.slug);
  await expect(job.heading).toHaveText(posting.title);
  await jobs.open(`?q=${encodeURIComponent(posting.title)}`);
  await expect(jobs.row(posting.title)).toContainText('Seen');
});

test('the address of a posting is copied', async ({ page, context, employer }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const posting = await publish(employer);
  const job = await new JobPage(page).open(posting.slug);
  await job.main.getByRole('link', { name: 'Share' }).click();
  await expect(job.main.getByRole('link', { name: 'Link copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(new RegExp(`/jobs/${posting.slug}$`));
});

test('a file that is chosen is the one to send, until another is', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  await (await new ResumesPage(seeker.page).open()).upload(pdf('stored.pdf', 'stored'));
  const form = await new ApplyPage(seeker.page).open(posting.slug);
  await expect(form.resume('stored')).toBeChecked();
  await form.upload(pdf('new.pdf', 'new'));
  await expect(form.resume('A new resume')).toBeChecked();
  await form.resume('stored').check();
  await expect(form.file).toHaveValue('');
  await form.upload(pdf('new.pdf', 'new'));
  await form.succeed();
  await expect(new ApplicationPage(seeker.page).fact('Resume')).toHaveText('new');
});

test('a file of another kind, or too large, is told at once', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  const form = await new ApplyPage(seeker.page).open(posting.slug);
  await form.upload(letter);
  await form.expectProblem(form.file, /This is not a PDF/);
  await form.upload(pdf('large.pdf', 'large', 11 * 1024 * 1024));
  await form.expectProblem(form.file, /10 MB/);
  await form.upload(pdf('right.pdf', 'right'));
  await expect(form.file).not.toHaveAttribute('aria-invalid', 'true');
});

test('withdrawing asks, and can be left alone', async ({ seeker, employer }) => {
  const id = await apply(seeker, await publish(employer));
  await seeker.page.goto(`/applications/${id}`);
  const sent = new ApplicationPage(seeker.page);
  const ask = sent.main.locator('summary').filter({ hasText: 'Withdraw' });
  await ask.click();
  await sent.main.getByRole('button', { name: 'Cancel' }).click();
  await expect(sent.main.getByRole('button', { name: 'Withdraw my application' })).toBeHidden();
  await expect(ask).toBeFocused();
  await expect(sent.stage).toHaveText('Received');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('filters are a sheet over the page, which says how many jobs it would show', async ({ page, axe }) => {
    const jobs = await new JobsPage(page).open();
    await jobs.filtersButton.click();
    await jobs.filter('Remote').check();
    await expect(jobs.filtersButton).toHaveText(/Filters \(1\)/);
    await axe(page);
    const show = jobs.main.getByRole('button', { name: /^Show [\d,]+ jobs?$/ });
    await expect(show).toBeInViewport();
    await expect(jobs.main.getByRole('link', { name: 'Clear', exact: true })).toBeInViewport();
    await show.click();
    await expect(jobs.filter('Remote')).toBeHidden();
    await expect(jobs.filtersButton).toBeFocused();
    await expect(jobs.chip('Remote')).toBeVisible();
  });

  test('Escape leaves the sheet', async ({ page }) => {
    const jobs = await new JobsPage(page).open();
    await jobs.filtersButton.click();
    await jobs.filter('Remote').focus();
    await page.keyboard.press('Escape');
    await expect(jobs.filter('Remote')).toBeHidden();
    await expect(jobs.filtersButton).toBeFocused();
  });
});

test.describe('on a wide screen', () => {
  test.use({ viewport: { width: 1400, height: 900 } });

  test('a posting opens beside its list, and Back closes it', async ({ page, employer, axe }) => {
    const word = fresh.word();
    const [older, newer] = [
      await publish(employer, { title: `Gardener ${word} one` }),
      await publish(employer, { title: `Gardener ${word} two` }),
    ];
    const jobs = await new JobsPage(page).open(`?q=${word}&sort=newest`);
    const pane = page.getByRole('region', { name: 'The chosen job' });
    await jobs.row(newer.title).getByRole('link').click();
    await expect(page).toHaveURL(new RegExp(`/jobs\\?.*job=${newer.slug}$`));
    await expect(pane.getByRole('heading', { name: newer.title })).toBeFocused();
    await expect(pane.getByRole('link', { name: 'Apply', exact: true })).toBeVisible();
    await expect(jobs.row(newer.title).getByRole('link')).toHaveAttribute('aria-current', 'true');
    await axe(page);

    await page.keyboard.press('j');
    await expect(pane.getByRole('heading', { name: older.title })).toBeVisible();
    await expect(jobs.row(older.title).getByRole('link')).toBeFocused();
    await page.keyboard.press('k');
    await expect(pane.getByRole('heading', { name: newer.title })).toBeVisible();
    await page.goBack();
    await expect(pane).toHaveCount(0);
    await expect(page).toHaveURL(/\/jobs\?q=[^&]+&sort=newest$/);

    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(pane).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(pane).toHaveCount(0);
  });
});

test('where there is no room a row is the link to its page', async ({ page, employer }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  const posting = await publish(employer);
  const jobs = await new JobsPage(page).open(`?q=${encodeURIComponent(posting.title)}`);
  await jobs.row(posting.title).getByRole('link').click();
  await expect(page).toHaveURL(new RegExp(`/jobs/${posting.slug}$`));
});

test('an application that was begun is offered again at home', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  const form = await new ApplyPage(seeker.page).open(posting.slug);
  await form.letter.fill('Ten years in old trees.');
  await expect
    .poll(() => seeker.page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('/apply-')).length))
    .toBe(1);
  seeker.page.on('dialog', (dialog) => dialog.accept());
  await seeker.page.goto('/');
  await expect(seeker.page.getByRole('main')).toContainText(`You have begun an application: ${posting.title}`);
  await seeker.page.getByRole('link', { name: 'Continue' }).click();
  await expect(form.letter).toHaveValue('Ten years in old trees.');
});
