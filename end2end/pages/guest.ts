import { expect } from '@playwright/test';
import { ApplicationPage } from './applications';

/** `/guest/{token}`: what was sent without an account. */
export class GuestPage extends ApplicationPage {
  readonly messages = this.section('Messages');
  readonly bubbles = this.messages.locator('.bubble__text');

  async open(link: string): Promise<this> {
    await this.page.goto(link);
    return this;
  }

  /** Sends what waits to be confirmed. */
  async sendNow(): Promise<void> {
    await this.main.getByRole('button', { name: 'Send it now' }).click();
    await this.expectDone('Your application is on its way. Good luck!');
  }

  async answer(text: string): Promise<void> {
    await this.messages.getByLabel('Your message').fill(text);
    await this.messages.getByRole('button', { name: 'Send message' }).click();
    await this.expectDone('Your message is sent.');
    await expect(this.bubbles.last()).toHaveText(text);
  }

  async signUp(password: string): Promise<void> {
    const form = this.section('Make an account of it');
    await form.getByLabel('Password').fill(password);
    await form.getByRole('button', { name: 'Make an account' }).click();
  }

  /** Says that what a company has noted is about oneself. */
  async agree(): Promise<void> {
    await this.main.getByRole('button', { name: 'That is me, go on' }).click();
    await this.expectDone('Thank you. From now on it is yours to follow.');
  }

  /** Objects to what a company has noted. */
  async object(): Promise<void> {
    await this.confirm(this.main, 'I object: delete it', 'Object and delete');
    await this.expectDone('Your data are deleted.');
  }

  async erase(): Promise<void> {
    await this.confirm(this.main, 'Delete everything', 'Delete everything now');
  }
}
