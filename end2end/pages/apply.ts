import { expect } from '@playwright/test';
import { Screen } from './screen';
import type { Upload } from '../support/files';

/** `/jobs/{slug}/apply` */
export class ApplyPage extends Screen {
  readonly file = this.main.getByLabel(/^(Upload a resume|Or upload another)/);
  readonly letter = this.main.getByLabel('Cover letter');
  readonly name = this.main.getByLabel('Your name');
  readonly email = this.main.getByLabel('E-mail');
  readonly phone = this.main.getByLabel('Phone');

  async open(slug: string): Promise<this> {
    await this.page.goto(`/jobs/${slug}/apply`);
    return this;
  }

  resume(name: string) {
    return this.main.getByRole('radio', { name });
  }

  async upload(file: Upload): Promise<void> {
    await this.file.setInputFiles(file);
  }

  async send(): Promise<void> {
    await this.main.getByRole('button', { name: 'Send application' }).click();
  }

  /** Sends the form, and lands on the application. */
  async succeed(): Promise<void> {
    await this.send();
    await expect(this.page).toHaveURL(/\/applications\/[0-9a-f-]{36}(\?|$)/);
    await this.expectDone('Your application is on its way. Good luck!');
  }
}
