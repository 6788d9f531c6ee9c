import { expect, type Locator, type Page } from '@playwright/test';
import { ready } from '../support/ready';

/** What every page has: header, footer, a title, words about what was done. */
export class Screen {
  constructor(readonly page: Page) {}

  get main(): Locator {
    return this.page.getByRole('main');
  }

  get heading(): Locator {
    return this.main.getByRole('heading', { level: 1 });
  }

  /** Tells what was just done. */
  get toast(): Locator {
    return this.page.locator('.toasts').getByText(/\S/);
  }

  /** What is wrong with a form as a whole. */
  get alert(): Locator {
    return this.main.getByRole('alert');
  }

  get accountMenu(): Locator {
    return this.page.getByRole('banner').locator('details.menu:not(.site-menu):not(.bell)');
  }

  /** The bell, which opens the newest notifications; its name tells how many are unread. */
  get bell(): Locator {
    return this.page.getByRole('banner').locator('details.bell');
  }

  async expectUnread(count: number): Promise<void> {
    const name = this.bell.locator('summary');
    if (count) await expect(name).toContainText(`Notifications, ${count} unread`);
    else await expect(name).not.toContainText('unread');
  }

  /** The link of the header's navigation. */
  nav(name: string): Locator {
    return this.page.getByRole('banner').getByRole('navigation').getByRole('link', { name, exact: true });
  }

  /** A field by its label, whatever stands behind it ("optional"). */
  field(label: string | RegExp): Locator {
    return this.main.getByLabel(label);
  }

  /** A section by its heading. */
  section(heading: string | RegExp): Locator {
    return this.main.locator('section').filter({ has: this.page.getByRole('heading', { name: heading }) });
  }

  /** What a list of facts says of `term`. */
  fact(term: string): Locator {
    const name = this.page.getByRole('term').getByText(term, { exact: true });
    return this.main.locator('dl > div').filter({ has: name }).getByRole('definition');
  }

  /** The words beside a field that is wrong. */
  async expectProblem(field: Locator, words: string | RegExp): Promise<void> {
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(words);
  }

  async expectDone(words: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: words })).toBeVisible();
    await ready(this.page);
  }

  /** Opens what asks before it does something that cannot be undone, and does it. */
  async confirm(within: Locator, summary: string, action: string): Promise<void> {
    await within.locator('summary').filter({ hasText: summary }).click();
    await within.getByRole('button', { name: action }).click();
  }

  async expectNotFound(): Promise<void> {
    await expect(this.heading).toHaveText('There is nothing here');
  }

  async logout(): Promise<void> {
    await this.accountMenu.locator('summary').click();
    await this.accountMenu.getByRole('button', { name: 'Log out' }).click();
    await this.expectDone('You are logged out.');
  }

  async chooseLanguage(name: 'English' | 'Deutsch'): Promise<void> {
    await this.page.getByRole('contentinfo').getByRole('button', { name }).click();
    await expect(this.page.getByRole('contentinfo').getByRole('button', { name })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await ready(this.page);
  }
}
