import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { fresh } from './fresh';
import { ready } from './ready';
import type { Troubles } from './troubles';

/** Somebody with an account, and the browser they sit at. */
export interface Person {
  page: Page;
  context: BrowserContext;
  name: string;
  email: string;
  password: string;
  /** Name of the company, for an employer. */
  company: string;
}

/** A page whose `goto` also waits for it to be ready. */
export async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  const goto = page.goto.bind(page);
  page.goto = async (url, options) => {
    const response = await goto(url, options);
    const type = (await response?.headerValue('content-type')) ?? '';
    const policy = (await response?.headerValue('content-security-policy')) ?? '';
    // An error's own page runs no program. An answer of 304 does not repeat its headers; only pages of ours give it.
    if (response?.status() === 304 || (type.startsWith('text/html') && policy.includes('script-src')))
      await ready(page);
    return response;
  };
  return page;
}

/** Makes people, each with a browser of their own. */
export class People {
  private readonly contexts: BrowserContext[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly troubles: Troubles,
  ) {}

  /** A browser in which nobody is logged in. */
  async visitor(options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> {
    const context = await this.browser.newContext({
      extraHTTPHeaders: { 'x-forwarded-for': fresh.address() },
      ...options,
    });
    this.contexts.push(context);
    this.troubles.watch(context);
    return openPage(context);
  }

  async seeker(): Promise<Person> {
    return this.register('seeker', { name: fresh.name(), company: '' });
  }

  async employer(company = fresh.company()): Promise<Person> {
    return this.register('employer', { name: fresh.name(), company });
  }

  /** The same person at another browser, or another tab's worth of session. */
  async again(person: Person, options: Parameters<Browser['newContext']>[0] = {}): Promise<Person> {
    const page = await this.visitor(options);
    const { email, password } = person;
    await send(page, '/api/login', { email, password });
    return { ...person, page, context: page.context() };
  }

  async end(): Promise<void> {
    for (const context of this.contexts) await context.close();
  }

  private async register(role: string, { name, company }: { name: string; company: string }): Promise<Person> {
    const page = await this.visitor();
    const [email, password] = [fresh.email(name), fresh.password()];
    await send(page, '/api/register', { role, name, company, email, password });
    return { page, context: page.context(), name, email, password, company };
  }
}

/** Sends a form as a browser without JavaScript does; what the browser is logged in as afterwards is what it says. */
export async function send(page: Page, path: string, form: Record<string, string>): Promise<string> {
  const response = await page.request.post(path, { form, headers: { accept: 'text/html' }, maxRedirects: 0 });
  const location = response.headers().location ?? '';
  expect(response.status(), `${path} → ${location}`).toBe(302);
  expect(location, path).not.toContain('__err');
  return location;
}
