import { Screen } from './screen';
import type { Locator } from '@playwright/test';

export class SettingsPage extends Screen {
  readonly name = this.main.getByLabel('Your name');
  readonly email = this.main.getByLabel('E-mail');
  /** Asked for when the e-mail address changes. */
  readonly emailPassword = this.main.getByLabel('Password to confirm');
  readonly oldPassword = this.main.getByLabel('Current password');
  readonly newPassword = this.main.getByLabel('New password');
  readonly sessions = this.main.getByRole('listitem').filter({ hasText: 'last used' });
  /** The session in use. */
  readonly current = this.sessions.filter({ hasText: 'this one' });
  readonly others = this.sessions.filter({ hasNotText: 'this one' });
  readonly deletePassword = this.main.getByLabel('Password', { exact: true });

  async open(): Promise<this> {
    await this.page.goto('/settings');
    return this;
  }

  async save(): Promise<void> {
    await this.main.getByRole('button', { name: 'Save' }).click();
  }

  async changePassword(old: string, next: string): Promise<void> {
    await this.oldPassword.fill(old);
    await this.newPassword.fill(next);
    await this.main.getByRole('button', { name: 'Change password' }).click();
  }

  async end(session: Locator): Promise<void> {
    await session.getByRole('button', { name: 'End' }).click();
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
