import { Screen } from './screen';
import type { NewPosting } from '../support/postings';
import type { Locator } from '@playwright/test';

/** `/employer/postings/new` and `/employer/postings/{id}` */
export class PostingEditor extends Screen {
  readonly title = this.main.getByLabel('Title');
  readonly category = this.main.getByLabel('Field of work');
  readonly description = this.main.getByLabel('Description');
  readonly employmentType = this.main.getByLabel('Employment');
  readonly workplace = this.main.getByLabel('Workplace');
  readonly city = this.main.getByLabel('City');
  readonly region = this.main.getByLabel('Region');
  readonly country = this.main.getByLabel('Country');
  readonly payMin = this.main.getByLabel('Pay from');
  readonly payMax = this.main.getByLabel('Pay to');
  readonly currency = this.main.getByLabel('Currency');
  readonly payPeriod = this.main.getByLabel('Per', { exact: true });
  readonly skills = this.main.getByLabel('Skills');
  readonly closesOn = this.main.getByLabel('Closing date');

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

  async save(): Promise<void> {
    await this.main.getByRole('button', { name: 'Save' }).click();
  }

  async publish(): Promise<void> {
    await this.main.getByRole('button', { name: 'Publish' }).click();
  }
}
