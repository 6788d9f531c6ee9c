import { LoginPage } from '../pages/login';
import { RegisterPage } from '../pages/register';
import { Screen } from '../pages/screen';
import { SettingsPage } from '../pages/settings';
import { expect, fresh, test } from './fixtures';

test.describe('registering', () => {
  test('a seeker begins with the jobs', async ({ page }) => {
    const name = fresh.name();
    const register = await new RegisterPage(page).open();
    await register.register({ name, email: fresh.email(name), password: fresh.password() });
    await expect(page).toHaveURL(/\/jobs(\?|$)/);
    await register.expectDone('Welcome to Jobi!');
    await expect(register.accountMenu).toContainText(name);
    await expect(register.nav('Resumes')).toBeVisible();
    await expect(register.nav('Dashboard')).toHaveCount(0);
  });

  test('an employer names a company and begins with the dashboard', async ({ page }) => {
    const register = await new RegisterPage(page).open();
    const company = fresh.company();
    await register.register({ name: fresh.name(), email: fresh.email(), password: fresh.password(), company });
    await expect(page).toHaveURL(/\/employer(\?|$)/);
    await register.expectDone('Welcome to Jobi!');
    await expect(register.nav('Dashboard')).toBeVisible();
    await expect(register.nav('Resumes')).toHaveCount(0);
  });

  test('whatever is wrong is said beside its field, and what was typed stays', async ({ page }) => {
    const register = await new RegisterPage(page).open();
    await register.register({ name: 'Ada', email: 'ada@nowhere', password: 'short', company: '' });
    await expect(register.alert).toContainText('Some fields need another look.');
    await register.expectProblem(register.company, /Please fill this in/);
    await register.expectProblem(register.email, /Please enter an e-mail address/);
    await register.expectProblem(register.password, /at least 10 characters/);
    await expect(register.name).toHaveValue('Ada');
    await expect(register.email).toHaveValue('ada@nowhere');
    await expect(register.password).toHaveValue('');
    await expect(page.getByRole('radio', { name: 'I am hiring' })).toBeChecked();
  });

  test('an address is taken once, whatever its case', async ({ page, seeker }) => {
    const register = await new RegisterPage(page).open();
    await register.register({ name: 'Ada', email: seeker.email.toUpperCase(), password: fresh.password() });
    await register.expectProblem(register.email, /There is an account with this e-mail address already/);
  });

  test('a password that everybody takes is refused', async ({ page }) => {
    const register = await new RegisterPage(page).open();
    await register.register({ name: 'Ada', email: fresh.email(), password: 'password123' });
    await register.expectProblem(register.password, /one of the first that an attacker would try/);
  });
});

test.describe('logging in', () => {
  test('and out', async ({ page, seeker }) => {
    const login = await new LoginPage(page).open();
    await login.login(` ${seeker.email.toUpperCase()} `, seeker.password);
    await expect(page).toHaveURL(/\/jobs$/);
    await expect(login.accountMenu).toContainText(seeker.name);
    await login.logout();
    await expect(page).toHaveURL(/\/(\?|$)/);
    await expect(login.accountMenu).toHaveCount(0);
    await page.goto('/settings');
    await expect(page).toHaveURL(/\/login\?next=/);
  });

  test('does not say which of the two was wrong, and keeps the e-mail', async ({ page, seeker }) => {
    const login = await new LoginPage(page).open();
    for (const email of [seeker.email, fresh.email()]) {
      await login.login(email, 'not the password');
      await expect(login.alert).toHaveText('E-mail and password do not belong together.');
      await expect(login.email).toHaveValue(email);
      await expect(login.password).toHaveValue('');
    }
  });

  test('leads to where one was going', async ({ page, seeker }) => {
    await page.goto('/settings?from=mail');
    await expect(page).toHaveURL(/\/login\?next=/);
    const login = new LoginPage(page);
    await login.login(seeker.email, 'not the password');
    await expect(login.alert).toBeVisible();
    await login.login(seeker.email, seeker.password);
    await expect(page).toHaveURL(/\/settings\?from=mail$/);
    await expect(login.heading).toHaveText('Settings');
  });

  test('leads nowhere else', async ({ page, seeker }) => {
    await page.goto('/login?next=https://evil.example/');
    await new LoginPage(page).login(seeker.email, seeker.password);
    await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/jobs$/);
  });

  test('is refused after too many tries, with how long to wait', async ({ page, seeker, troubles }) => {
    troubles.expectStatus(429);
    const attempt = { form: { email: seeker.email, password: 'not the password' } };
    for (let n = 0; n < 12; n++) await page.request.post('/api/login', attempt);
    const login = await new LoginPage(page).open();
    await login.login(seeker.email, seeker.password);
    await expect(login.alert).toHaveText(/Too many tries\. Please wait \d+ seconds/);
  });
});

test.describe('settings', () => {
  test('change name and e-mail', async ({ seeker, page }) => {
    const settings = await new SettingsPage(seeker.page).open();
    await expect(settings.name).toHaveValue(seeker.name);
    const email = fresh.email();
    await settings.name.fill('Zoë Quist');
    await settings.save();
    await settings.expectDone('Your details are saved.');
    await settings.email.fill(email);
    await settings.save();
    await settings.expectProblem(settings.emailPassword, /Please fill this in/);
    await expect(settings.email).toHaveValue(email);
    await settings.emailPassword.fill('not the password');
    await settings.save();
    await settings.expectProblem(settings.emailPassword, /This is not your current password/);
    await expect(settings.email).toHaveValue(email);
    await settings.emailPassword.fill(seeker.password);
    await settings.save();
    await settings.expectDone('Your details are saved.');
    await expect(settings.accountMenu).toContainText('Zoë Quist');
    await expect(settings.email).toHaveValue(email);

    const login = await new LoginPage(page).open();
    await login.login(seeker.email, seeker.password);
    await expect(login.alert).toBeVisible();
    await login.login(email, seeker.password);
    await expect(login.accountMenu).toContainText('Zoë Quist');
  });

  test('refuse an address that somebody else has', async ({ seeker, employer }) => {
    const settings = await new SettingsPage(seeker.page).open();
    await settings.name.fill('Zoë Quist');
    await settings.email.fill(employer.email);
    await settings.emailPassword.fill(seeker.password);
    await settings.save();
    await settings.expectProblem(settings.email, /There is an account with this e-mail address already/);
    await expect(settings.name).toHaveValue('Zoë Quist');
    await expect(settings.accountMenu).toContainText(seeker.name);
  });

  test('a new password ends every other session', async ({ seeker, people, page }) => {
    const elsewhere = await people.again(seeker);
    const settings = await new SettingsPage(seeker.page).open();
    await settings.changePassword('not the password', 'a quiet harbour');
    await settings.expectProblem(settings.oldPassword, /This is not your current password/);
    const before = await seeker.context.cookies();
    await settings.changePassword(seeker.password, 'a quiet harbour');
    await settings.expectDone('Your password is changed. Every other session has ended.');
    await expect(settings.others).toHaveCount(0);

    // Nor does this one's old cookie open anything, had somebody copied it.
    const thief = await people.visitor();
    await thief.context().addCookies(before);
    await thief.goto('/settings');
    await expect(thief).toHaveURL(/\/login\?next=/);

    await elsewhere.page.goto('/settings');
    await expect(elsewhere.page).toHaveURL(/\/login\?next=/);
    const login = await new LoginPage(page).open();
    await login.login(seeker.email, seeker.password);
    await expect(login.alert).toBeVisible();
    await login.login(seeker.email, 'a quiet harbour');
    await expect(login.accountMenu).toContainText(seeker.name);
  });

  test('show where one is logged in and end one of it', async ({ seeker, people }) => {
    const [phone, library] = [await people.again(seeker), await people.again(seeker)];
    await phone.page.goto('/settings');
    const settings = await new SettingsPage(seeker.page).open();
    await expect(settings.current).toHaveCount(1);
    await expect(settings.current).toContainText('ends at the latest on');
    await expect(settings.others).toHaveCount(2);
    await settings.end(settings.others.first());
    await settings.expectDone('The session has ended.');
    await expect(settings.others).toHaveCount(1);
    const still = [];
    for (const one of [phone, library]) {
      await one.page.goto('/settings');
      still.push(!one.page.url().includes('/login'));
    }
    expect(still.filter(Boolean)).toHaveLength(1);
  });

  test('delete the account', async ({ seeker, people, page }) => {
    const elsewhere = await people.again(seeker);
    const settings = await new SettingsPage(seeker.page).open();
    await settings.deleteAccount('not the password');
    await settings.expectProblem(settings.deletePassword, /This is not your current password/);
    await settings.deleteAccount(seeker.password);
    await settings.expectDone('Your account is deleted.');
    await expect(settings.accountMenu).toHaveCount(0);

    await elsewhere.page.goto('/settings');
    await expect(elsewhere.page).toHaveURL(/\/login/);
    const login = await new LoginPage(page).open();
    await login.login(seeker.email, seeker.password);
    await expect(login.alert).toHaveText('E-mail and password do not belong together.');
  });
});

test('a visitor is shown no door that is not theirs', async ({ page }) => {
  const home = new Screen(page);
  await page.goto('/');
  for (const place of ['Jobs', 'Companies']) await expect(home.nav(place)).toBeVisible();
  for (const place of ['Applications', 'Resumes', 'Dashboard']) await expect(home.nav(place)).toHaveCount(0);
});
