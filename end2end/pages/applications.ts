import { Screen } from './screen';
import type { Locator } from '@playwright/test';

/** `/applications` */
export class ApplicationsPage extends Screen {
  readonly rows = this.main.locator('.sent-card');
  /** The list of those that are decided or withdrawn. */
  readonly closed = this.main.getByRole('link', { name: /^Closed/ });

  async open(): Promise<this> {
    await this.page.goto('/applications');
    return this;
  }

  row(title: string): Locator {
    return this.rows.filter({ hasText: title });
  }
}

/** `/applications/{id}` */
export class ApplicationPage extends Screen {
  /** Where the application stands. */
  readonly stage = this.main.locator('.application-head__company .badge');
  /** The way that it goes, with where it stands. */
  readonly steps = this.section('Where it stands').getByRole('listitem');
  /** The stages it came through, the present one last. */
  readonly history = this.section('What happened').getByRole('listitem');
  readonly contents = this.section('What you sent');

  async withdraw(): Promise<void> {
    await this.confirm(this.main, 'Withdraw', 'Withdraw my application');
  }
}
