import { LoginPage } from '../pages/login';
import { MessagesPage } from '../pages/messages';
import { RegisterPage } from '../pages/register';
import { Screen } from '../pages/screen';
import { SettingsPage } from '../pages/settings';
import { talk } from '../support/conversations';
import { pdf } from '../support/files';
import { openPage, type Person } from '../support/people';
import { expect, fresh, test } from './fixtures';
import type { BrowserContext, Locator, Page } from '@playwright/test';

/** Somebody else logs in in the same browser, in another tab. */
async function logInElsewhere(context: BrowserContext, person: Person): Promise<Screen> {
  const login = await new LoginPage(await openPage(context)).open();
  await login.login(person.email, person.password);
  await expect(login.accountMenu).toContainText(person.name);
  return login;
}

/** What a page says that was made for another. */
function refusal(page: Page): Locator {
  return page
    .getByText(/nothing (was|is) sent/i)
    .filter({ visible: true })
    .first();
}

test.beforeEach(({ troubles }) => {
  // The open page asks why it lost its socket, and is told; a plain form is answered so.
  troubles.expectStatus(401, 409);
});

test('an open settings page of one changes nothing of the other', async ({ seeker, people, page }) => {
  const other = await people.seeker();
  const settings = await new SettingsPage(seeker.page).open();
  await logInElsewhere(seeker.context, other);
  await settings.name.fill('Typed by the first');
  await settings.save();
  await expect(refusal(seeker.page)).toBeVisible();
  await expect(settings.accountMenu).toContainText(other.name);

  // What was typed waits for who has typed it.
  const again = new LoginPage(seeker.page);
  await again.login(seeker.email, seeker.password);
  await expect(settings.name).toHaveValue('Typed by the first');

  for (const person of [seeker, other]) {
    const login = await new LoginPage(page).open();
    await login.login(person.email, person.password);
    await expect(login.accountMenu).toContainText(person.name);
  }
});

test('an open conversation of one sends nothing as the other, and its draft is not the other’s', async ({
  seeker,
  employer,
  scripted,
}) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.composer.fill('Written by the seeker');
  if (scripted) await mine.files.setInputFiles(pdf('secret.pdf', 'Secret'));
  await logInElsewhere(seeker.context, employer);
  await mine.thread.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(refusal(seeker.page)).toBeVisible();

  // The other is in the conversation too.
  const theirs = await new MessagesPage(await openPage(seeker.context)).open(id);
  await expect(theirs.accountMenu).toContainText(employer.name);
  await expect(theirs.texts).toHaveCount(0);
  await expect(theirs.composer).toHaveValue('');
});

test('a logout of one is not the other’s', async ({ seeker, employer }) => {
  const screen = new Screen(seeker.page);
  await seeker.page.goto('/jobs');
  await logInElsewhere(seeker.context, employer);
  await screen.accountMenu.locator('summary').click();
  await screen.accountMenu.getByRole('button', { name: 'Log out' }).click();
  await expect(refusal(seeker.page)).toBeVisible();
  await expect(screen.accountMenu).toContainText(employer.name);
});

test('a visitor’s page does nothing as who has logged in since', async ({ page, seeker, scripted }) => {
  const screen = new Screen(page);
  await page.goto('/jobs');
  await logInElsewhere(page.context(), seeker);
  await page.getByRole('contentinfo').getByRole('button', { name: 'Deutsch' }).click();
  await expect(refusal(page)).toBeVisible();
  await expect(screen.accountMenu).toContainText(seeker.name);
  if (!scripted) return;

  const other = await openPage(page.context());
  await other.goto('/settings');
  await new Screen(other).logout();
  const visitor = await openPage(page.context());
  await visitor.goto('/');
  await logInElsewhere(page.context(), seeker);
  await new Screen(visitor).nav('Companies').click();
  await expect(refusal(visitor)).toBeVisible();
  await visitor.getByRole('alert').getByRole('link', { name: 'Reload' }).click();
  await expect(new Screen(visitor).accountMenu).toContainText(seeker.name);
});

test.describe('a browser that keeps no cookie is told so', () => {
  test.beforeEach(async ({ page }) => {
    // As if it had been told to refuse cookies.
    await page.route(/\/api\/(login|register)/, async (route) => {
      const answer = await route.fetch({ maxRedirects: 0 });
      await page.context().clearCookies();
      const body = `<meta http-equiv="refresh" content="0;url=${answer.headers().location}">`;
      await route.fulfill({ contentType: 'text/html', body });
    });
  });

  test('after a login', async ({ page, seeker }) => {
    await page.goto('/login?next=/settings');
    const login = new LoginPage(page);
    await login.login(seeker.email, seeker.password);
    await expect(login.alert).toContainText('did not keep the cookie');
    await expect(login.heading).toHaveText('Log in');
    await expect(login.accountMenu).toHaveCount(0);

    await page.unroute(/\/api\/(login|register)/);
    await login.login(seeker.email, seeker.password);
    await expect(page).toHaveURL(/\/settings$/);
  });

  test('after a registration', async ({ page }) => {
    const register = await new RegisterPage(page).open();
    await register.register({ name: fresh.name(), email: fresh.email(), password: fresh.password() });
    await expect(register.alert).toContainText('did not keep the cookie');
    await expect(page.getByText('Welcome to Jobi!')).toHaveCount(0);
  });
});
