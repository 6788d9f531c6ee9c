import type { BrowserContext } from '@playwright/test';

/** What a browser complained of: a spec that ends with any of it has failed. */
export class Troubles {
  readonly seen: string[] = [];
  private readonly statuses = new Set<number>();

  /** Browsers call an answer of 4xx an error; this spec means to get one. */
  expectStatus(...statuses: number[]): void {
    for (const status of statuses) this.statuses.add(status);
  }

  watch(context: BrowserContext): void {
    context.on('weberror', (error) => this.seen.push(`${error.page()?.url()}: ${error.error().stack}`));
    context.on('console', (message) => {
      if (message.type() === 'error') this.seen.push(`${message.location().url}: ${message.text()}`);
    });
  }

  /** Takes away what a spec brought about on purpose, and says how much there was. */
  take(pattern: RegExp): number {
    const meant = this.seen.filter((text) => pattern.test(text));
    for (const text of meant) this.seen.splice(this.seen.indexOf(text), 1);
    return meant.length;
  }

  /** What nobody meant to happen. A part of the program that was on its way when its page was left is no trouble. */
  unexpected(): string[] {
    return this.seen.filter((text) => {
      if (/__wasm_split.*(Failed to fetch|aborted)/.test(text)) return false;
      const status = /Failed to load resource: the server responded with a status of (4\d\d)/.exec(text)?.[1];
      return !this.statuses.has(Number(status));
    });
  }
}
