import { test as base, expect } from '@playwright/test';
import { expectAccessible } from '../support/axe';
import { fresh } from '../support/fresh';
import { Mailbox } from '../support/mailbox';
import { openPage, People, type Person } from '../support/people';
import { scripted } from '../support/ready';
import { Troubles } from '../support/troubles';
import type { Page } from '@playwright/test';

interface Fixtures {
  /** What the browsers complained of; a spec that means to get an answer of 4xx says so here. */
  troubles: Troubles;
  /** Whether this run's browser has JavaScript. */
  scripted: boolean;
  /** Makes visitors, seekers and employers, each at a browser of their own. */
  people: People;
  /** A seeker with a new account, logged in. */
  seeker: Person;
  /** An employer with a new account and a new company, logged in. */
  employer: Person;
  /** What the site has sent by mail. */
  mailbox: Mailbox;
  /** Finds nothing to complain of in a page, light and dark; axe itself is a script, so without any it looks at nothing. */
  axe: (page: Page) => Promise<void>;
}

/** `page` is a visitor's. */
export const test = base.extend<Fixtures>({
  extraHTTPHeaders: async ({}, use) => use({ 'x-forwarded-for': fresh.address() }),
  troubles: async ({}, use) => {
    const troubles = new Troubles();
    await use(troubles);
    expect(troubles.unexpected()).toEqual([]);
  },
  context: async ({ context, troubles }, use) => {
    troubles.watch(context);
    await use(context);
  },
  page: async ({ context }, use) => use(await openPage(context)),
  scripted: async ({}, use) => use(scripted()),
  people: async ({ browser, troubles }, use) => {
    const people = new People(browser, troubles);
    await use(people);
    await people.end();
  },
  seeker: async ({ people }, use) => use(await people.seeker()),
  employer: async ({ people }, use) => use(await people.employer()),
  mailbox: async ({}, use) => use(new Mailbox()),
  axe: async ({ scripted }, use) =>
    use(async (page) => {
      if (scripted) await expectAccessible(page);
    }),
});

export { expect, fresh };
export type { Person };
