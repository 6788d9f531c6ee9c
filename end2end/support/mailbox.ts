import { expect, test } from '@playwright/test';

/** A mail as `/dev/mail` tells it. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** What the button says, and where it leads. */
  action: [string, string] | null;
  /** Where mails of its kind are ended; null for those that one cannot do without. */
  unsubscribe: string | null;
}

/** Reads what the site has sent: a site without a mail server keeps its mails for whoever is on the same machine. */
export class Mailbox {
  /** The one of this site, else of the site that all specs share. */
  constructor(private readonly site?: string) {}

  /** Every mail to an address, the newest first. */
  async to(address: string): Promise<Mail[]> {
    const path = `/dev/mail?to=${encodeURIComponent(address)}`;
    const answer = await fetch(new URL(path, this.site ?? test.info().project.use.baseURL), {
      headers: { accept: 'application/json' },
    });
    return (await answer.json()) as Mail[];
  }

  /** Waits for a mail with this subject. */
  async wait(address: string, subject: string | RegExp): Promise<Mail> {
    const fits = (mail: Mail) => (typeof subject === 'string' ? mail.subject === subject : subject.test(mail.subject));
    const found: Mail[] = [];
    const look = async () => {
      found.push(...(await this.to(address)).filter(fits));
      return found.length;
    };
    await expect.poll(look, { message: `${subject} to ${address}` }).toBeGreaterThan(0);
    return found[0];
  }

  /** Waits for a mail, and tells where its button leads. */
  async link(address: string, subject: string): Promise<string> {
    const { action } = await this.wait(address, subject);
    if (!action) throw new Error(`no button in ${subject}`);
    return action[1];
  }
}
