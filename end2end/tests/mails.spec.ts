import { LoginPage } from '../pages/login';
import { Screen } from '../pages/screen';
import { SettingsPage } from '../pages/settings';
import { apply } from '../support/applications';
import { publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

test('a forgotten password is set anew, and the link works once', async ({ page, seeker, mailbox, axe }) => {
  const login = await new LoginPage(page).open();
  await login.main.getByRole('link', { name: 'Forgot your password?' }).click();
  await expect(page).toHaveURL(/\/forgot$/);
  await axe(page);
  await login.email.fill(seeker.email.toUpperCase());
  await login.main.getByRole('button', { name: 'Send the link' }).click();
  await login.expectDone(/If there is an account with this address, a link is on its way/);
  const link = await mailbox.link(seeker.email, 'Set a new password');
  await page.goto(link);
  await expect(login.main).toContainText(seeker.email);
  await axe(page);
  const password = fresh.password();
  await login.main.getByLabel('New password').fill('short');
  await login.main.getByRole('button', { name: 'Set password' }).click();
  await expect(login.main).toContainText('Please use at least 10 characters.');
  await login.main.getByLabel('New password').fill(password);
  await login.main.getByRole('button', { name: 'Set password' }).click();
  await login.expectDone('Your new password is set. Log in with it.');
  await login.login(seeker.email, password);
  await expect(login.accountMenu).toContainText(seeker.name);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link is not good any more' })).toBeVisible();
  await mailbox.wait(seeker.email, 'Your password was changed');
  await seeker.page.goto('/settings');
  await expect(seeker.page).toHaveURL(/\/login/);
});

test('an address is confirmed by its link', async ({ seeker, mailbox, axe }) => {
  const settings = await new SettingsPage(seeker.page).open();
  await expect(settings.main).toContainText(`Your address ${seeker.email} is not confirmed yet.`);
  await axe(seeker.page);
  const subject = 'Confirm your e-mail address';
  const first = await mailbox.link(seeker.email, subject);
  await settings.main.getByRole('button', { name: 'Send the link again' }).click();
  await settings.expectDone('A link is on its way to your mailbox.');
  await expect.poll(() => mailbox.link(seeker.email, subject)).not.toBe(first);
  await seeker.page.goto(first);
  await expect(settings.main).toContainText('This link is not good any more');
  await seeker.page.goto(await mailbox.link(seeker.email, subject));
  await expect(settings.main).toContainText(seeker.email);
  await axe(seeker.page);
  await settings.main.getByRole('button', { name: 'Confirm the address' }).click();
  await settings.expectDone('Your address is confirmed.');
  await expect(settings.main).not.toContainText('is not confirmed yet');
});

test('a login with another browser is told', async ({ seeker, people, mailbox }) => {
  await people.again(seeker);
  const mail = await mailbox.wait(seeker.email, 'New sign-in to your account');
  expect(mail.text).toContain('Chrome');
});

test('an employer hears of an application, and ends such mails', async ({ seeker, employer, mailbox, page, axe }) => {
  const posting = await publish(employer);
  await apply(seeker, posting);
  const mail = await mailbox.wait(employer.email, `${seeker.name} applied for ${posting.title}`);
  expect(mail.unsubscribe).toBeTruthy();
  await employer.page.goto(mail.action?.[1] ?? '');
  await expect(employer.page.getByRole('heading', { level: 1 })).toContainText(seeker.name);
  await page.goto(mail.unsubscribe ?? '');
  await axe(page);
  await page.getByRole('button', { name: 'End these mails' }).click();
  await new Screen(page).expectDone('You get no more of these mails.');
  await employer.page.goto('/settings/notifications');
  const mails = employer.page.getByRole('group', { name: 'Send me mails about' });
  await expect(mails.getByLabel('New applications')).not.toBeChecked();
  await axe(employer.page);
});

test('all other sessions are ended at once', async ({ seeker, people }) => {
  const others = [await people.again(seeker), await people.again(seeker)];
  const settings = await new SettingsPage(seeker.page).open();
  await expect(settings.others).toHaveCount(2);
  await settings.main.getByRole('button', { name: 'End all others' }).click();
  await settings.expectDone('Every other session has ended.');
  await expect(settings.others).toHaveCount(0);
  for (const other of others) {
    await other.page.goto('/settings');
    await expect(other.page).toHaveURL(/\/login/);
  }
});

test('the mailbox of a site without a mail server can be read', async ({ seeker, browser, mailbox }) => {
  await mailbox.wait(seeker.email, 'Confirm your e-mail address');
  const here = await browser.newPage({ extraHTTPHeaders: {} });
  await here.goto(new URL('/dev/mail', test.info().project.use.baseURL).href);
  await here.getByRole('link', { name: 'Confirm your e-mail address' }).first().click();
  await expect(here.getByRole('link', { name: 'Confirm the address' })).toBeVisible();
  await here.close();
});
