import { Screen } from './screen';

/** `/settings/security`, and the pages that it leads to. */
export class SecurityPage extends Screen {
  readonly app = this.section('Authenticator app');
  readonly passkeys = this.section('Passkeys');
  readonly codes = this.section('Recovery codes');
  readonly code = this.main.getByLabel('Code', { exact: true });
  readonly recoveryCode = this.main.getByLabel('Recovery code', { exact: true });

  async open(): Promise<this> {
    await this.page.goto('/settings/security');
    return this;
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
