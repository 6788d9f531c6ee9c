import { Screen } from './screen';
import type { Locator } from '@playwright/test';

/** `/applications` */
export class ApplicationsPage extends Screen {
  readonly rows = this.main.getByRole('row').filter({ has: this.page.getByRole('rowheader') });

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
  readonly stage = this.main.locator('.split__main .badge');
  /** The stages it came through, the present one last. */
  readonly history = this.section('What happened').getByRole('listitem');
  readonly contents = this.section('What you sent');

  async withdraw(): Promise<void> {
    await this.confirm(this.main, 'Withdraw', 'Withdraw my application');
  }
}
