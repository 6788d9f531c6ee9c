import { RegisterPage } from '../pages/register';
import { Screen } from '../pages/screen';
import { SettingsPage } from '../pages/settings';
import { expect, fresh, test } from './fixtures';

const language = (page: Screen['page']) => expect(page.locator('html'));

test.describe('a browser that asks for German', () => {
  test.use({ locale: 'de-AT' });

  test('gets German', async ({ page }) => {
    await page.goto('/register');
    await language(page).toHaveAttribute('lang', 'de');
    await expect(page).toHaveTitle('Konto anlegen · Jobi');
    await expect(new Screen(page).heading).toHaveText('Konto anlegen');
    await page.getByRole('main').getByRole('button', { name: 'Konto anlegen' }).click();
    await expect(page.getByLabel('E-Mail')).toHaveAccessibleDescription(/Bitte fülle dieses Feld aus/);
  });

  test('can have English', async ({ page }) => {
    await page.goto('/login?next=/settings');
    await new Screen(page).chooseLanguage('English');
    await expect(page).toHaveURL(/\/login\?next=\/settings$/);
    await language(page).toHaveAttribute('lang', 'en');
    await expect(new Screen(page).heading).toHaveText('Log in');
    await page.goto('/register');
    await language(page).toHaveAttribute('lang', 'en');
  });
});

test.describe('a browser that asks for what there is not', () => {
  test.use({ locale: 'fr-FR' });

  test('gets English', async ({ page }) => {
    await page.goto('/login');
    await language(page).toHaveAttribute('lang', 'en');
    await expect(new Screen(page).heading).toHaveText('Log in');
  });
});

test('the language chosen goes with the account to the next browser', async ({ seeker, people }) => {
  const settings = await new SettingsPage(seeker.page).open();
  await settings.chooseLanguage('Deutsch');
  await expect(settings.heading).toHaveText('Einstellungen');
  const elsewhere = await people.again(seeker);
  await elsewhere.page.goto('/settings');
  await expect(new Screen(elsewhere.page).heading).toHaveText('Einstellungen');
});

test('times are told in words, with the exact one on hover', async ({ seeker }) => {
  const settings = await new SettingsPage(seeker.page).open();
  const time = settings.current.locator('time').first();
  await expect(time).toHaveText('just now');
  await expect(time).toHaveAttribute('title', /^\d{1,2} [A-Z][a-z]+ 20\d\d, \d\d:\d\d UTC$/);
  await settings.chooseLanguage('Deutsch');
  const zeit = seeker.page.getByRole('main').locator('time').first();
  await expect(zeit).toHaveText('gerade eben');
  await expect(zeit).toHaveAttribute('title', /^\d{1,2}\. [A-ZÄÖÜ][a-zäöü]+ 20\d\d, \d\d:\d\d UTC$/);
});

test('a form that came back with an error stays in its language', async ({ page }) => {
  const register = await new RegisterPage(page).open();
  await register.chooseLanguage('Deutsch');
  await page.getByLabel('E-Mail').fill(fresh.email());
  await page.getByLabel('Passwort', { exact: true }).fill('kurz');
  await page.getByRole('main').getByRole('button', { name: 'Konto anlegen' }).click();
  await expect(page.getByLabel('Passwort', { exact: true })).toHaveAccessibleDescription(/mindestens 10 Zeichen/);
});
