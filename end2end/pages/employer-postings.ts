import { Screen } from './screen';
import type { Locator } from '@playwright/test';

/** `/employer/postings` */
export class EmployerPostings extends Screen {
  readonly rows = this.main.getByRole('row').filter({ has: this.page.getByRole('rowheader') });

  async open(): Promise<this> {
    await this.page.goto('/employer/postings');
    return this;
  }

  row(title: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('rowheader', { name: title, exact: true }) });
  }

  /** What the table says of a posting. */
  cell(title: string, column: 'State' | 'Views' | 'Applications' | 'Closes'): Locator {
    return this.row(title).locator(`td[data-label="${column}"]`);
  }

  /** The tab of a state, which also says how many there are. */
  tab(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Postings by state' }).getByRole('link', { name });
  }

  /** Closes what is open; it asks first. */
  async close(title: string): Promise<void> {
    await this.confirm(this.row(title), 'Close', 'Close posting');
  }

  button(name: string, title: string): Locator {
    return this.row(title).getByRole('button', { name: `${name} ${title}` });
  }
}

/** `/employer` */
export class EmployerPage extends Screen {
  async open(): Promise<this> {
    await this.page.goto('/employer');
    return this;
  }
}
