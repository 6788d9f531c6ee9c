import { JobsPage } from '../pages/jobs';
import { beforeHydration } from '../support/early';
import { expect, test } from './fixtures';
import type { Page } from '@playwright/test';

/** Leaves something in the window that only a page load takes away. */
const mark = (page: Page) => page.evaluate(() => void Object.assign(window, { stillThere: true }));
const expectNoPageLoad = async (page: Page) =>
  expect(await page.evaluate(() => 'stillThere' in window), 'the page was loaded anew').toBe(true);

test('the list changes without a page load, the address follows, back works', async ({ page }) => {
  const jobs = await new JobsPage(page).open();
  await mark(page);
  const all = await jobs.count.innerText();

  await jobs.search('engineer');
  await expect(page).toHaveURL(/\/jobs\?q=engineer$/);
  await expect(jobs.count).not.toHaveText(all);
  const engineers = await jobs.count.innerText();

  await jobs.tick('Remote');
  await expect(page).toHaveURL(/\/jobs\?q=engineer&workplace=remote$/);
  await expect(jobs.count).not.toHaveText(engineers);
  const remote = await jobs.count.innerText();

  await jobs.sort('Highest pay').click();
  await expect(page).toHaveURL(/sort=pay/);
  await expectNoPageLoad(page);

  await page.goBack();
  await expect(page).toHaveURL(/\/jobs\?q=engineer&workplace=remote$/);
  await expect(jobs.count).toHaveText(remote);
  await page.goBack();
  await expect(jobs.count).toHaveText(engineers);
  await expect(jobs.filter('Remote')).not.toBeChecked();
  await page.goBack();
  await expect(jobs.count).toHaveText(all);
  await expect(jobs.what).toHaveValue('');
  await page.goForward();
  await expect(jobs.what).toHaveValue('engineer');
  await expect(jobs.count).toHaveText(engineers);
  await expectNoPageLoad(page);
});

test('a filter that was typed before hydration is searched for, and shown as it was read', async ({ page }) => {
  const jobs = new JobsPage(page);
  await beforeHydration(page, '/jobs', () => jobs.leastPay.fill('60k'));
  await expect(jobs.chips).toContainText('60,000');
  await expect(jobs.leastPay).toHaveValue('60000');
});

test('chips and pages change the list in place', async ({ page }) => {
  const jobs = await new JobsPage(page).open('?workplace=remote');
  await mark(page);
  const first = await jobs.shown();
  await jobs.next.click();
  await expect.poll(() => jobs.shown()).not.toEqual(first);
  await jobs.previous.click();
  await expect.poll(() => jobs.shown()).toEqual(first);
  await jobs.removeChip('Remote');
  await expect(page).toHaveURL(/\/jobs$/);
  await expectNoPageLoad(page);
});

test('the count is told to those who cannot see it', async ({ page }) => {
  const jobs = await new JobsPage(page).open();
  await jobs.search('engineer');
  await expect(jobs.main.getByRole('status').filter({ hasText: await jobs.count.innerText() })).toHaveCount(1);
});

test('the title follows the search', async ({ page }) => {
  const jobs = await new JobsPage(page).open();
  await expect(page).toHaveTitle('Open jobs · Jobi');
  await jobs.search('engineer', 'Berlin');
  await expect(page).toHaveTitle('Jobs: engineer, Berlin · Jobi');
});
