import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen';
import type { Upload } from '../support/files';

/** `/resumes` */
export class ResumesPage extends Screen {
  readonly file = this.main.getByLabel('PDF file');
  readonly rows = this.main.locator('.resume-list').locator('> li');

  async open(): Promise<this> {
    await this.page.goto('/resumes');
    return this;
  }

  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByRole('link', { name, exact: true }) });
  }

  async choose(file: Upload): Promise<void> {
    await this.file.setInputFiles(file);
    await this.main.getByRole('button', { name: 'Upload' }).click();
  }

  /** Uploads a file that is accepted. */
  async upload(file: Upload): Promise<void> {
    await this.choose(file);
    await this.expectDone('Your resume is uploaded.');
  }

  async makeDefault(name: string): Promise<void> {
    await this.row(name).getByRole('button', { name: 'Make default' }).click();
    await expect(this.row(name).getByText('Default', { exact: true })).toBeVisible();
  }

  async delete(name: string): Promise<void> {
    await this.confirm(this.row(name), 'Delete', 'Delete');
    await this.expectDone('The resume is deleted.');
  }
}

/** `/resumes/{id}` */
export class ResumePage extends Screen {
  readonly name = this.main.getByLabel('Name');
  /** The resume itself, in the browser's own viewer. */
  readonly frame = this.main.locator('iframe');
  readonly download = this.main.getByRole('link', { name: 'Download' });

  async rename(name: string): Promise<void> {
    await this.name.fill(name);
    await this.main.getByRole('button', { name: 'Rename' }).click();
  }
}
