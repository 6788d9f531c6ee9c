import { test, type Page } from '@playwright/test';

/** Whether this run's browser has JavaScript. */
export function scripted(): boolean {
  return test.info().project.use.javaScriptEnabled !== false;
}

/** Waits until the page has been taken over by the browser's side, where there is one. */
export async function ready(page: Page): Promise<void> {
  if (scripted()) await page.locator('body[data-hydrated]').waitFor({ state: 'attached' });
}
