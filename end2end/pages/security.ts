import { Screen } from './screen';
import type { Locator } from '@playwright/test';

/** `/settings/security`, and the pages that it leads to. */
export class SecurityPage extends Screen {
  readonly app = this.section('Authenticator app');
  readonly passkeys = this.section('Passkeys');
  readonly codes = this.section('Recovery codes');
  readonly code = this.main.getByLabel('Code', { exact: true });
  readonly recoveryCode = this.main.getByLabel('Recovery code', { exact: true });
  readonly password = this.section('Password');
  readonly oldPassword = this.password.getByLabel('Current password');
  readonly newPassword = this.password.getByLabel('New password');
  readonly sessions = this.main.getByRole('listitem').filter({ hasText: 'last used' });
  /** The session in use. */
  readonly current = this.sessions.filter({ hasText: 'this one' });
  readonly others = this.sessions.filter({ hasNotText: 'this one' });

  async open(): Promise<this> {
    await this.page.goto('/settings/security');
    return this;
  }

  async changePassword(old: string, next: string): Promise<void> {
    await this.oldPassword.fill(old);
    await this.newPassword.fill(next);
    await this.password.getByRole('button', { name: 'Change password' }).click();
  }

  async end(session: Locator): Promise<void> {
    await session.getByRole('button', { name: 'End' }).click();
  }

  /** Sets an app up; tells its secret and the recovery codes. */
  async setUpApp(password: string, code: (secret: string) => string): Promise<{ secret: string; codes: string[] }> {
    await this.app.getByLabel('Current password').fill(password);
    await this.app.getByRole('button', { name: 'Set up an app' }).click();
    await this.page.waitForURL(/\/settings\/security\/app$/);
    const secret = await this.main.locator('.secret').innerText();
    await this.code.fill(code(secret));
    await this.main.getByRole('button', { name: 'Finish' }).click();
    await this.expectDone('The authenticator app is set up.');
    return { secret, codes: await this.main.locator('.recovery-codes li').allInnerTexts() };
  }

  /** Begins to add a passkey, names it and lets the browser make it. */
  async addPasskey(password: string, name: string): Promise<void> {
    await this.passkeys.getByLabel('Current password').fill(password);
    await this.passkeys.getByRole('button', { name: 'Add a passkey' }).click();
    await this.page.waitForURL(/\/settings\/security\/passkey$/);
    await this.main.getByLabel('Name of the passkey').fill(name);
    await this.main.getByRole('button', { name: 'Create the passkey' }).click();
    await this.expectDone('The passkey is added.');
  }

  async enter(code: string): Promise<void> {
    await this.code.fill(code);
    await this.main.getByRole('button', { name: 'Log in' }).first().click();
  }

  async recover(code: string): Promise<void> {
    if (!(await this.recoveryCode.isVisible())) await this.main.getByText('Use a recovery code').click();
    await this.recoveryCode.fill(code);
    await this.main.locator('details').getByRole('button', { name: 'Log in' }).click();
  }
}
