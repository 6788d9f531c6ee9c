import { LoginPage } from '../pages/login';
import { SecurityPage } from '../pages/security';
import { Program } from '../support/program';
import { openPage } from '../support/people';
import { expect, fresh, test as base } from './fixtures';
import type { BrowserContext, Page } from '@playwright/test';

/** A site under a name: there are no passkeys of bare addresses. */
const test = base.extend<{ site: string }>({
  site: async ({}, use) => {
    const program = new Program();
    const { url, named } = await program.serveNamed();
    expect(url).toBeTruthy();
    await use(named);
    program.end();
  },
});

/** Gives a browser a key that holds passkeys, and whose owner is there. */
async function withKey(context: BrowserContext): Promise<Page> {
  const page = await openPage(context);
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return page;
}

test('a passkey lets one in, instead of the password and after it', async ({ context, site, axe }) => {
  const page = await withKey(context);
  const [name, email, password] = [fresh.name(), fresh.email('pat'), fresh.password()];
  await page.goto(`${site}/register`);
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create account' }).click();
  const security = new SecurityPage(page);
  await expect(security.accountMenu).toContainText(name);

  await page.goto(`${site}/settings/security`);
  await security.addPasskey(password, 'Blue key');
  await axe(page);
  await page.goto(`${site}/settings/security`);
  await expect(security.passkeys).toContainText('Blue key');
  await security.logout();

  const login = new LoginPage(page);
  await page.goto(`${site}/login?next=%2Fapplications`);
  await page.getByRole('button', { name: 'Log in with a passkey' }).click();
  await expect(page).toHaveURL(/\/applications$/);
  await expect(login.accountMenu).toContainText(name);
  await login.logout();

  await page.goto(`${site}/login`);
  await login.login(email, password);
  await expect(security.heading).toHaveText('One more step');
  await axe(page);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(login.accountMenu).toContainText(name);

  await page.goto(`${site}/settings/security`);
  await security.passkeys.getByRole('link', { name: 'Blue key' }).click();
  await page.getByLabel('Name of the passkey').fill('Red key');
  await page.getByLabel('Current password').fill(password);
  await page.getByRole('button', { name: 'Rename' }).click();
  await security.expectDone('The passkey has a new name.');
  await expect(security.passkeys).toContainText('Red key');
});
