import { places } from '../support/places';
import { RegisterPage } from '../pages/register';
import { Screen } from '../pages/screen';
import { expect, fresh, test } from './fixtures';
import type { Page } from '@playwright/test';

const viewport = { width: 390, height: 844 };
test.use({ viewport });

/** The page is as wide as the window, and nothing sticks out of it. */
async function expectNoSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
    out: [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 5)
      .map((e) => `${e.tagName.toLowerCase()}.${e.className}`),
  }));
  expect(wide.page, `${page.url()}: ${wide.out.join(', ')}`).toBeLessThanOrEqual(wide.window);
}

for (const [who, paths] of Object.entries(places)) {
  test(`nothing scrolls sideways for the ${who}`, async ({ page: visitor, people }) => {
    test.slow();
    const page = who === 'visitor' ? visitor : (await people[who as 'seeker' | 'employer']()).page;
    await page.setViewportSize(viewport);
    for (const path of paths) {
      await page.goto(path);
      await expect(new Screen(page).heading).toBeVisible();
      await expectNoSideways(page);
    }
  });
}

test('the menu opens and leads on', async ({ page }) => {
  await page.goto('/login');
  const header = page.getByRole('banner');
  const jobs = header.getByRole('link', { name: 'Jobs', exact: true });
  await expect(jobs).toBeHidden();
  await header.locator('summary').filter({ hasText: 'Menu' }).click();
  await jobs.click();
  await expect(page).toHaveURL(/\/jobs$/);
});

test('an account is made', async ({ page }) => {
  const register = await new RegisterPage(page).open();
  await register.register({ name: 'Ada', email: fresh.email(), password: fresh.password() });
  await register.expectDone('Welcome to Jobi!');
});
