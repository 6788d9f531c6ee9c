import { Screen } from './screen';

export class SettingsPage extends Screen {
  readonly name = this.main.getByLabel('Your name');
  readonly email = this.main.getByLabel('E-mail');
  /** Asked for when the e-mail address changes. */
  readonly emailPassword = this.main.getByLabel('Password to confirm');
  readonly deletePassword = this.main.getByLabel('Password', { exact: true });

  async open(): Promise<this> {
    await this.page.goto('/settings');
    return this;
  }

  async save(): Promise<void> {
    await this.main.getByRole('button', { name: 'Save' }).click();
  }

  async deleteAccount(password: string): Promise<void> {
    // The form shows once one has asked for it, and stays open when it comes back with an error.
    if (!(await this.deletePassword.isVisible())) {
      await this.main.locator('summary').filter({ hasText: 'Delete account' }).click();
    }
    await this.deletePassword.fill(password);
    await this.main.getByRole('button', { name: 'Delete my account' }).click();
  }
}
