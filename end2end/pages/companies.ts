import { Screen } from './screen';
import type { Upload } from '../support/files';
import type { Locator } from '@playwright/test';

/** `/companies` */
export class CompaniesPage extends Screen {
  readonly name = this.page.getByRole('search').getByLabel('The name begins with');
  readonly companies = this.main.locator('.company-grid').getByRole('link');
  readonly next = this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Next' });

  async open(): Promise<this> {
    await this.page.goto('/companies');
    return this;
  }

  async search(name: string): Promise<void> {
    await this.name.fill(name);
    await this.page.getByRole('search').getByRole('button', { name: 'Search' }).click();
  }

  company(name: string): Locator {
    return this.companies.filter({ hasText: name });
  }
}

/** `/companies/{slug}` */
export class CompanyPage extends Screen {
  readonly about = this.section('About');
  readonly jobs = this.section('Open jobs').locator('.job-rows').getByRole('listitem');
  /** The company's picture, where it has one. */
  readonly logo = this.main.locator('header').locator('img');
}

/** `/employer/company` */
export class CompanyEditPage extends Screen {
  readonly name = this.main.getByLabel('Company', { exact: true });
  readonly site = this.main.getByLabel('Website');
  readonly about = this.main.getByLabel('About');
  readonly city = this.main.getByLabel('City');
  readonly country = this.main.getByLabel('Country');
  readonly size = this.main.getByLabel('Size');
  readonly logoFile = this.main.getByLabel('Picture');
  readonly logo = this.section('Logo').locator('img');
  readonly publicPage = this.main.getByRole('link', { name: 'Public page' });
  readonly removeLogo = this.main.getByRole('button', { name: 'Remove logo' });

  async open(): Promise<this> {
    await this.page.goto('/employer/company');
    return this;
  }

  async save(): Promise<void> {
    await this.main.getByRole('button', { name: 'Save' }).click();
  }

  async uploadLogo(file: Upload): Promise<void> {
    await this.logoFile.setInputFiles(file);
    await this.main.getByRole('button', { name: 'Upload logo' }).click();
  }
}
