import { LoginPage } from '../pages/login';
import { RegisterPage } from '../pages/register';
import { Screen } from '../pages/screen';
import { SettingsPage } from '../pages/settings';
import { expect, fresh, test } from './fixtures';

test.describe('what is not there', () => {
  const nowhere = ['/nothing-here', '/jobs/no-such-posting-0000', '/companies/no-such-company-0000'];

  for (const path of nowhere) {
    test(`${path} says so, with a way on`, async ({ page, troubles }) => {
      troubles.expectStatus(404);
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      const screen = new Screen(page);
      await screen.expectNotFound();
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
      await page.getByRole('link', { name: 'See open jobs' }).click();
      await expect(page).toHaveURL(/\/jobs$/);
    });
  }
});

test.describe('who is not logged in is sent to the login', () => {
  const private_ = [
    '/settings',
    '/profile',
    '/resumes',
    '/applications',
    '/jobs/for-me',
    '/employer',
    '/employer/postings',
    '/employer/postings/new',
    '/employer/candidates',
    '/employer/company',
  ];
  for (const path of private_) {
    test(path, async ({ page }) => {
      await page.goto(path);
      await expect(page).toHaveURL(`/login?next=${encodeURIComponent(path)}`);
    });
  }
});

test('an input that is too long is refused and still there', async ({ page }) => {
  const register = await new RegisterPage(page).open();
  const long = 'Adä '.repeat(40).trim();
  await register.register({ name: long, email: fresh.email(), password: 'x'.repeat(129) });
  await register.expectProblem(register.name, /at most 120 characters/);
  await register.expectProblem(register.password, /at most 128 characters/);
  await expect(register.name).toHaveValue(long);
});

test('spaces are no name', async ({ seeker }) => {
  const settings = await new SettingsPage(seeker.page).open();
  await settings.name.fill('   ');
  await settings.save();
  await settings.expectProblem(settings.name, /Please fill this in/);
});

test('markup is only text', async ({ seeker }) => {
  const settings = await new SettingsPage(seeker.page).open();
  const name = '<img src=x onerror=alert(1)> & “Ünïcødé” 👩‍💻';
  await settings.name.fill(name);
  await settings.save();
  await settings.expectDone('Your details are saved.');
  await expect(settings.name).toHaveValue(name);
  await expect(settings.accountMenu).toContainText(name);
});

test('going back after a logout shows nothing private', async ({ seeker }) => {
  const { page } = seeker;
  const settings = await new SettingsPage(page).open();
  await settings.logout();
  await page.goBack();
  await expect(page).toHaveURL(/\/login\?next=/);
  await expect(new LoginPage(page).email).toHaveValue('');
});

test('a request forged by another site is refused', async ({ seeker }) => {
  const answer = await seeker.page.request.post('/api/save_account', {
    form: { name: 'Mallory', email: fresh.email() },
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status()).toBe(403);
  const settings = await new SettingsPage(seeker.page).open();
  await expect(settings.name).toHaveValue(seeker.name);
});
