import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen';
import { ready, scripted } from '../support/ready';

/** `/jobs`, and the search bar of the home page. */
export class JobsPage extends Screen {
  readonly what = this.page.getByRole('search').getByLabel('Title, skill or company');
  readonly where = this.page.getByRole('search').getByLabel('City, region or country');
  readonly count = this.main.getByRole('heading', { level: 2, name: /open jobs?$/i });
  readonly rows = this.main.locator('.job-rows').getByRole('listitem');
  readonly titles = this.rows.getByRole('heading').getByRole('link');
  readonly chips = this.main.getByRole('link', { name: /^Remove:/ });
  readonly previous = this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Previous' });
  readonly next = this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' });
  readonly leastPay = this.main.getByLabel('Least pay a year');
  readonly currency = this.main.getByLabel('Currency');
  readonly posted = this.main.getByLabel('Posted', { exact: true });
  /** The button that shows the filters where there is no room for them. */
  readonly filtersButton = this.main.locator('summary').filter({ hasText: 'Filters' });

  async open(query = ''): Promise<this> {
    await this.page.goto(`/jobs${query}`);
    return this;
  }

  async search(what: string, where = ''): Promise<void> {
    await this.what.fill(what);
    await this.where.fill(where);
    await this.page.getByRole('search').getByRole('button', { name: 'Search' }).click();
    await expect(this.page).toHaveURL(what || where ? /\/jobs\?/ : /\/jobs$/);
    await ready(this.page);
  }

  row(title: string | RegExp): Locator {
    return this.rows.filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  filter(name: string): Locator {
    return this.main.getByRole('checkbox', { name, exact: true });
  }

  chip(name: string): Locator {
    return this.main.getByRole('link', { name: `Remove: ${name}`, exact: true });
  }

  /** The link that orders the list. */
  sort(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Sort by' }).getByRole('link', { name });
  }

  /** Ticks a filter. A script searches at once, without one it takes a button. */
  async tick(name: string): Promise<void> {
    await this.filter(name).check();
    await this.applyFilters();
    await expect(this.chip(name)).toBeVisible();
  }

  async applyFilters(): Promise<void> {
    if (!scripted()) await this.main.getByRole('button', { name: 'Apply filters' }).click();
  }

  async removeChip(name: string): Promise<void> {
    await this.chip(name).click();
    await expect(this.chip(name)).toHaveCount(0);
    await ready(this.page);
  }

  /** How many postings the page says there are. */
  async total(): Promise<number> {
    const digits = (await this.count.innerText()).replace(/\D/g, '');
    return Number(digits || 0);
  }

  /** The addresses of the postings shown. */
  async shown(): Promise<string[]> {
    return this.titles.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  }
}
