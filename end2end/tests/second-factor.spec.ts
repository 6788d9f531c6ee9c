import { LoginPage } from '../pages/login';
import { SecurityPage } from '../pages/security';
import { SettingsPage } from '../pages/settings';
import { totp } from '../support/totp';
import { expect, test } from './fixtures';

test('a login asks for the code of an authenticator app', async ({ seeker, page, mailbox, axe }) => {
  const settings = await new SettingsPage(seeker.page).open();
  await expect(settings.section('Security')).toContainText('protected by its password alone');
  await settings.section('Security').getByRole('link', { name: 'Manage' }).click();
  const security = new SecurityPage(seeker.page);
  await expect(security.heading).toHaveText('Security');
  await axe(seeker.page);
  const { secret, codes } = await security.setUpApp(seeker.password, totp);
  expect(codes).toHaveLength(10);
  await axe(seeker.page);
  await mailbox.wait(seeker.email, 'The protection of your account was changed');

  await page.goto('/login?next=%2Fapplications');
  const login = new LoginPage(page);
  await login.login(seeker.email, seeker.password);
  const step = new SecurityPage(page);
  await expect(step.heading).toHaveText('One more step');
  await axe(page);
  await expect(step.accountMenu).toHaveCount(0);
  await step.enter('000000');
  await step.expectProblem(step.code, /This code is wrong/);
  await step.enter(totp(secret, 1));
  await expect(page).toHaveURL(/\/applications$/);
  await expect(step.accountMenu).toContainText(seeker.name);
});

test('a recovery code lets one in, once', async ({ seeker, people }) => {
  const security = await new SecurityPage(seeker.page).open();
  const { codes } = await security.setUpApp(seeker.password, totp);
  for (const isFirst of [true, false]) {
    const page = await people.visitor();
    const login = await new LoginPage(page).open();
    await login.login(seeker.email, seeker.password);
    const step = new SecurityPage(page);
    await step.recover(codes[0].toUpperCase().replaceAll('-', ' '));
    if (isFirst) await expect(step.accountMenu).toContainText(seeker.name);
    else await step.expectProblem(step.recoveryCode, /it was used already/);
  }
  await security.open();
  await expect(security.codes).toContainText('9 recovery codes are left.');
});

test('the app is removed with the password', async ({ seeker, page }) => {
  const security = await new SecurityPage(seeker.page).open();
  await security.setUpApp(seeker.password, totp);
  await security.open();
  await security.app.locator('summary').filter({ hasText: 'Remove the app' }).click();
  await security.app.getByLabel('Password', { exact: true }).fill(seeker.password);
  await security.app.getByRole('button', { name: 'Remove the app' }).click();
  await security.expectDone('The authenticator app is removed.');
  const login = await new LoginPage(page).open();
  await login.login(seeker.email, seeker.password);
  await expect(login.accountMenu).toContainText(seeker.name);
});

test('without scripts there is no button for passkeys', async ({ page, scripted }) => {
  test.skip(scripted, 'with scripts passkeys have a spec of their own');
  await page.goto('/login');
  await expect(page.getByRole('button', { name: 'Log in with a passkey' })).toHaveCount(0);
});
