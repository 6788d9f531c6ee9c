import { ApplicationPage, ApplicationsPage } from '../pages/applications';
import { ApplyPage } from '../pages/apply';
import { JobPage } from '../pages/job';
import { JobsPage } from '../pages/jobs';
import { apply } from '../support/applications';
import { publish } from '../support/postings';
import { expect, test } from './fixtures';

test('a row says whose job it is, where, and what it asks for, and no more', async ({ page, employer }) => {
  const posting = await publish(employer, { skills: 'Pruning, Climbing, Rigging, Soil, Botany' });
  const row = (await new JobsPage(page).open(`?q=${encodeURIComponent(posting.title)}`)).row(posting.title);
  await expect(row.locator('.logo')).toBeVisible();
  await expect(row.locator('.job-row__pay')).toContainText('41,000–52,000');
  await expect(row.locator('.job-row__tags > *')).toHaveText([
    'Hybrid',
    'Part-time',
    'Pruning',
    'Climbing',
    'Rigging',
    '+2',
  ]);
});

test('what one has applied for is marked in lists', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  const jobs = await new JobsPage(seeker.page).open(`?q=${encodeURIComponent(posting.title)}`);
  await expect(jobs.row(posting.title)).not.toContainText('Applied');
  await apply(seeker, posting);
  await jobs.open(`?q=${encodeURIComponent(posting.title)}`);
  await expect(jobs.row(posting.title)).toContainText('Applied');
});

test('a long filter is folded, and unfolded where something in it is chosen', async ({ page }) => {
  const jobs = await new JobsPage(page).open();
  const [early, late] = [jobs.filter('Engineering'), jobs.filter('Media')];
  await expect(early).toBeVisible();
  await expect(late).toBeHidden();
  await jobs.main.getByText('Show all 18').click();
  await expect(late).toBeVisible();
  await jobs.open('?category=media');
  await expect(late).toBeVisible();
  await expect(late).toBeChecked();
});

test('the keyboard skips the filters', async ({ page }) => {
  const jobs = await new JobsPage(page).open();
  await jobs.page.getByRole('search').getByRole('button', { name: 'Search' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the results' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(jobs.count).toBeFocused();
});

test('skills that are in one’s profile are marked', async ({ seeker, employer, people }) => {
  const posting = await publish(employer, { skills: 'Pruning, Climbing, Soil' });
  const saved = { headline: '', place: '', phone: '', about: '', skills: 'climbing, pruning, Chess', links: '' };
  await seeker.page.request.post('/api/save_profile', { form: saved });
  const job = await new JobPage(seeker.page).open(posting.slug);
  await expect(job.skills.filter({ hasText: 'in your profile' })).toHaveText([/^Pruning/, /^Climbing/]);
  await expect(job.section('Skills')).toContainText('2 of 3 are in your profile');
  const visitor = await new JobPage(await people.visitor()).open(posting.slug);
  await expect(visitor.section('Skills')).not.toContainText('in your profile');
});

test('a company edits its own posting from where everybody sees it', async ({ employer, people }) => {
  const posting = await publish(employer);
  const edit = { name: 'Edit posting' };
  const other = await new JobPage((await people.employer()).page).open(posting.slug);
  await expect(other.main.getByRole('link', edit)).toHaveCount(0);
  const own = await new JobPage(employer.page).open(posting.slug);
  await own.main.getByRole('link', edit).click();
  await expect(employer.page).toHaveURL(new RegExp(`/employer/postings/${posting.id}$`));
});

test('pay and closing date are said once', async ({ page, employer }) => {
  const posting = await publish(employer, { closes_on: '2099-12-31' });
  const job = await new JobPage(page).open(posting.slug);
  const text = await job.main.locator('.posting').innerText();
  expect(text.match(/41,000/g)).toHaveLength(1);
  expect(text.match(/31 December 2099/g)).toHaveLength(1);
});

test('on a phone the way to apply stays in reach', async ({ page, employer }) => {
  const posting = await publish(employer, { description: 'You climb. '.repeat(400) });
  await page.setViewportSize({ width: 390, height: 844 });
  const job = await new JobPage(page).open(posting.slug);
  await expect(job.apply).toBeInViewport();
  await page.mouse.wheel(0, 4000);
  await expect(job.apply).toBeInViewport();
  await expect(job.main.locator('.apply-panel__pay')).toBeInViewport();
});

test('one writes with the job beside the form, and sees where it stands after', async ({ seeker, employer, axe }) => {
  const posting = await publish(employer);
  await publish(employer);
  await new ApplyPage(seeker.page).open(posting.slug);
  const beside = seeker.page.getByRole('complementary');
  await expect(beside).toContainText('You look after old trees.');
  await expect(beside).toContainText('41,000–52,000');
  await axe(seeker.page);

  const id = await apply(seeker, posting);
  await seeker.page.goto(`/applications/${id}`);
  const sent = new ApplicationPage(seeker.page);
  await expect(sent.steps).toHaveCount(5);
  await expect(sent.main.locator('[aria-current=step]')).toContainText('Received');
  await expect(sent.main).toContainText('reads what you sent');
  await expect(sent.section('Similar jobs').getByRole('listitem')).not.toHaveCount(0);
  await axe(seeker.page);
});

test('what is over stands apart, and nobody reads of being rejected in red', async ({ seeker, employer }) => {
  const [first, second] = [await publish(employer), await publish(employer)];
  const id = await apply(seeker, first);
  await apply(seeker, second);
  const version = /name="version" value="(\d+)"/.exec(
    await (await employer.page.request.get(`/employer/candidates/${id}`)).text(),
  )?.[1];
  const form = { id, stage: 'rejected', version: version ?? '1', back: '' };
  expect((await employer.page.request.post('/api/change_stage', { form })).ok()).toBe(true);

  const applications = new ApplicationsPage(seeker.page);
  // The candidate hears of it a little later.
  await expect(async () => {
    await applications.open();
    await expect(applications.row(second.title)).toBeVisible();
    await expect(applications.row(first.title)).toHaveCount(0, { timeout: 1000 });
  }).toPass({ timeout: 45_000 });
  await applications.closed.click();
  await expect(applications.row(first.title)).toContainText('Not selected');
  await expect(applications.row(first.title).locator('.badge')).toHaveClass('badge');
});
