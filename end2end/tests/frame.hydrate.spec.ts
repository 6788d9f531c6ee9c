import { Screen } from '../pages/screen';
import { ready } from '../support/ready';
import { expect, test } from './fixtures';

test('after a navigation the focus is on the heading of the new page', async ({ page }) => {
  await page.goto('/');
  await ready(page);
  const screen = new Screen(page);
  await page.getByRole('navigation').first().getByRole('link', { name: 'Companies' }).click();
  await expect(screen.heading).toHaveText('Companies');
  await expect(screen.heading).toBeFocused();
  await page.goBack();
  await expect(screen.heading).toHaveText(/Work that fits/);
  await expect(screen.heading).toBeFocused();
});

test('who goes back is where they were', async ({ page }) => {
  await page.goto('/jobs');
  await ready(page);
  const link = page.getByRole('main').locator('.job-row').nth(12).getByRole('link').first();
  await link.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 200));
  const before = await page.evaluate(() => scrollY);
  expect(before).toBeGreaterThan(300);
  const name = await link.innerText();
  await page.setViewportSize({ width: 1000, height: 600 });
  const there = await page.evaluate(() => scrollY);
  await link.evaluate((element: HTMLElement) => element.click());
  await expect(new Screen(page).heading).toHaveText(name);
  await page.goBack();
  await expect(page.getByRole('main').locator('.job-row').first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(there);
});

test('keys search, walk rows and tell what they do', async ({ page, axe }) => {
  await page.goto('/companies');
  await ready(page);
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await expect(list).toContainText('Search');
  await axe(page);
  await list.getByRole('button', { name: 'Close' }).click();
  await expect(list).toBeHidden();

  await page.goto('/jobs');
  await ready(page);
  await page.keyboard.press('/');
  const search = page.getByRole('main').getByRole('searchbox').first();
  await expect(search).toBeFocused();
  await page.keyboard.type('j?');
  await expect(search).toHaveValue('j?');

  await search.evaluate((field: HTMLElement) => field.blur());
  await page.keyboard.press('j');
  const rows = page.locator('#main a[data-row]');
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press('j');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(rows.first()).toBeFocused();
});
