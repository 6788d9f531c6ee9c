import { Screen } from '../pages/screen';
import { ready } from '../support/ready';
import { expect, test } from './fixtures';

test('light or dark is chosen on any page, and stays', async ({ page }) => {
  const html = page.locator('html');
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.goto('/jobs');
  await ready(page);
  await expect(html).not.toHaveAttribute('data-theme');
  const light = await ground();
  await page.getByRole('contentinfo').getByRole('button', { name: 'Dark' }).click();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(page).toHaveURL(/\/jobs$/);
  expect(await ground()).not.toBe(light);
  await page.goto('/companies');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await page.goto('/settings/appearance');
  await ready(page);
  await new Screen(page).main.getByRole('button', { name: 'As the device' }).click();
  await expect(html).not.toHaveAttribute('data-theme');
});

test("the operator's pages are at the foot, with what was in force before", async ({ page }) => {
  await page.goto('/companies');
  await ready(page);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Terms of use' }).click();
  const screen = new Screen(page);
  await expect(screen.heading).toHaveText('Terms of use');
  await expect(screen.main).toContainText('Second.');
  await screen.main.getByRole('link', { name: '1 January 2024' }).click();
  await expect(screen.main).toContainText('This is not the version that is in force.');
  await expect(screen.main).toContainText('First.');
});
