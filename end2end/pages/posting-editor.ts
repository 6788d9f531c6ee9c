import { Screen } from './screen';
import type { NewPosting } from '../support/postings';
import type { Locator } from '@playwright/test';

/** `/employer/postings/new` and `/employer/postings/{id}` */
export class PostingEditor extends Screen {
  readonly title = this.main.getByLabel('Title', { exact: true });
  readonly category = this.main.getByLabel('Category', { exact: true });
  readonly description = this.main.getByLabel('Description', { exact: true });
  readonly employmentType = this.main.getByLabel('Employment type', { exact: true });
  readonly workplace = this.main.getByLabel('Workplace', { exact: true });
  readonly city = this.main.getByLabel('City', { exact: true });
  readonly region = this.main.getByLabel('Region');
  readonly country = this.main.getByLabel('Country', { exact: true });
  readonly payMin = this.main.getByLabel('From', { exact: true });
  readonly payMax = this.main.getByLabel('To', { exact: true });
  readonly currency = this.main.getByLabel('Currency', { exact: true });
  readonly payPeriod = this.main.getByLabel('Period', { exact: true });
  readonly skills = this.main.getByLabel('Skills');
  readonly closesOn = this.main.getByLabel('Closes on', { exact: true });
  /** The description as it will look. */
  readonly preview = this.main.getByRole('region', { name: 'Preview' });

  async open(id = 'new'): Promise<this> {
    await this.page.goto(`/employer/postings/${id}`);
    return this;
  }

  async fill(posting: Partial<NewPosting>): Promise<void> {
    const texts: [Locator, string | undefined][] = [
      [this.title, posting.title],
      [this.description, posting.description],
      [this.city, posting.city],
      [this.region, posting.region],
      [this.payMin, posting.pay_min],
      [this.payMax, posting.pay_max],
      [this.skills, posting.skills],
      [this.closesOn, posting.closes_on],
    ];
    const choices: [Locator, string | undefined][] = [
      [this.category, posting.category],
      [this.employmentType, posting.employment_type],
      [this.workplace, posting.workplace],
      [this.country, posting.country],
      [this.currency, posting.currency],
      [this.payPeriod, posting.pay_period],
    ];
    for (const [field, text] of texts) if (text !== undefined) await field.fill(text);
    for (const [field, value] of choices) if (value !== undefined) await field.selectOption(value);
  }

  /** Saves what was published already. */
  async save(): Promise<void> {
    await this.button('Save').click();
  }

  async saveDraft(): Promise<void> {
    await this.button('Save draft').click();
  }

  async publish(): Promise<void> {
    await this.button('Publish').click();
  }

  /** Close, reopen, duplicate … */
  button(name: string): Locator {
    return this.main.getByRole('button', { name, exact: true });
  }

  /** Closes what is open; it asks first. */
  async close(): Promise<void> {
    await this.confirm(this.main, 'Close', 'Close posting');
  }

  async delete(): Promise<void> {
    await this.confirm(this.main, 'Delete', 'Delete posting');
  }

  async openPreview(): Promise<void> {
    await this.button('Preview').click();
  }
}
