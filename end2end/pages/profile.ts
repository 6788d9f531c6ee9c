import { Screen } from './screen';

/** `/profile` */
export class ProfilePage extends Screen {
  private readonly you = this.section('About you');
  private readonly wishes = this.section('What you look for');

  readonly headline = this.you.getByLabel('Headline');
  readonly place = this.you.getByLabel('Where you live');
  readonly phone = this.you.getByLabel('Phone');
  readonly about = this.you.getByLabel('About you');
  readonly skills = this.you.getByLabel('Skills');
  readonly links = this.you.getByLabel('Links');

  readonly titles = this.wishes.getByLabel('Job titles');
  readonly places = this.wishes.getByLabel('Places');
  readonly leastPay = this.wishes.getByLabel('Least pay a year');
  readonly currency = this.wishes.getByLabel('Currency');

  async open(): Promise<this> {
    await this.page.goto('/profile');
    return this;
  }

  /** A category, workplace or kind of employment that one would like. */
  wish(name: string) {
    return this.wishes.getByRole('checkbox', { name, exact: true });
  }

  async saveProfile(): Promise<void> {
    await this.you.getByRole('button', { name: 'Save' }).click();
  }

  async savePreferences(): Promise<void> {
    await this.wishes.getByRole('button', { name: 'Save preferences' }).click();
  }
}

/** `/jobs/for-me` */
export class JobsForMePage extends Screen {
  readonly rows = this.main.locator('.job-rows > li');

  async open(): Promise<this> {
    await this.page.goto('/jobs/for-me');
    return this;
  }

  row(title: string) {
    return this.rows.filter({ has: this.page.getByRole('heading', { name: title }) });
  }

  /** Why a posting is listed. */
  reasons(title: string) {
    return this.row(title).getByRole('list').getByRole('listitem');
  }
}
