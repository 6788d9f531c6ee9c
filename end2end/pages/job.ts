import { expect } from '@playwright/test';
import { Screen } from './screen';
import { ready } from '../support/ready';

/** `/jobs/{slug}` */
export class JobPage extends Screen {
  readonly apply = this.main.getByRole('link', { name: 'Apply', exact: true });
  readonly closed = this.main.getByText('This job is closed');
  readonly similar = this.section('Similar jobs').getByRole('listitem');
  readonly skills = this.section('Skills').getByRole('listitem');
  /** What the employer wrote. */
  readonly description = this.main.locator('.prose');

  async open(slug: string): Promise<this> {
    await this.page.goto(`/jobs/${slug}`);
    return this;
  }

  async goToApply(): Promise<void> {
    await this.apply.click();
    await expect(this.page).toHaveURL(/\/apply$/);
    await ready(this.page);
  }
}
