import { expect, type Locator } from '@playwright/test';
import { Screen } from './screen';
import { ready } from '../support/ready';
import type { Upload } from '../support/files';

/** `/messages` and `/messages/{id}` */
export class MessagesPage extends Screen {
  /** The list beside the thread. */
  readonly rows = this.page.getByRole('navigation', { name: 'Conversations' }).getByRole('listitem');
  readonly search = this.page.getByRole('searchbox', { name: 'Search conversations' });
  readonly thread = this.main.locator('.thread');
  /** Texts of the messages, the oldest first. */
  readonly texts = this.thread.locator('.bubble__text');
  readonly composer = this.main.getByRole('textbox', { name: 'Message', exact: true });
  readonly files = this.thread.getByLabel('Attach files');
  readonly typing = this.thread.getByText(/is writing …$/);
  readonly presence = this.thread.locator('.thread__presence');

  async open(conversation = ''): Promise<this> {
    await this.page.goto(conversation ? `/messages/${conversation}` : '/messages');
    return this;
  }

  row(text: string): Locator {
    return this.rows.filter({ hasText: text });
  }

  message(text: string): Locator {
    return this.thread.getByRole('listitem').filter({ hasText: text });
  }

  async send(text: string, files?: Upload | Upload[]): Promise<void> {
    if (text) await this.composer.fill(text);
    if (files) await this.files.setInputFiles(files);
    await this.thread.getByRole('button', { name: 'Send', exact: true }).click();
    if (text) await expect(this.message(text)).toBeVisible();
    await ready(this.page);
  }

  /** Opens what is rarely needed. */
  async more(): Promise<void> {
    await this.thread.locator('.thread__more > summary').click();
  }
}
