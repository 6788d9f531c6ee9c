// Axe is itself a script, so these run in the browser that has them.

import { busyPlaces, places } from '../support/places';
import { LoginPage } from '../pages/login';
import { RegisterPage } from '../pages/register';
import { Screen } from '../pages/screen';
import { SettingsPage } from '../pages/settings';
import { expect, test } from './fixtures';

test.describe('accessible to a visitor', () => {
  for (const path of places.visitor) {
    test(path, async ({ page, axe }) => {
      await page.goto(path);
      await axe(page);
    });
  }

  test('what is not there', async ({ page, axe, troubles }) => {
    troubles.expectStatus(404);
    await page.goto('/nothing-here');
    await axe(page);
  });

  test('forms with errors', async ({ page, axe }) => {
    const register = await new RegisterPage(page).open();
    await register.register({ name: '', email: 'x', password: '', company: '' });
    await expect(register.alert).toBeVisible();
    await axe(page);
    const login = await new LoginPage(page).open();
    await login.login('x', 'y');
    await expect(login.alert).toBeVisible();
    await axe(page);
  });
});

test.describe('accessible to a seeker', () => {
  for (const path of places.seeker) {
    test(path, async ({ seeker, axe }) => {
      await seeker.page.goto(path);
      await axe(seeker.page);
    });
  }

  test('menus, disclosures and words about what was done', async ({ seeker, axe }) => {
    const settings = await new SettingsPage(seeker.page).open();
    await settings.save();
    await settings.expectDone('Your details are saved.');
    await settings.accountMenu.locator('summary').click();
    await settings.main.locator('summary').filter({ hasText: 'Delete account' }).click();
    await expect(settings.deletePassword).toBeVisible();
    await axe(seeker.page);
  });
});

test.describe('accessible to an employer', () => {
  for (const path of places.employer) {
    test(path, async ({ employer, axe }) => {
      await employer.page.goto(path);
      await axe(employer.page);
    });
  }
});

test('accessible where there is much to see', async ({ page, seeker, employer, axe }) => {
  test.setTimeout(180_000);
  const busy = await busyPlaces(employer, seeker);
  for (const [reader, paths] of [
    [page, busy.visitor],
    [seeker.page, busy.seeker],
    [employer.page, busy.employer],
  ] as const) {
    for (const path of paths) {
      await test.step(path, async () => {
        await reader.goto(path);
        await axe(reader);
      });
    }
  }
});

test('the keyboard reaches the content past the header', async ({ page }) => {
  await page.goto('/login');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(new Screen(page).main).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(new LoginPage(page).email).toBeFocused();
});
