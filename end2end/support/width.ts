import { expect, type Page } from '@playwright/test';

/** The page is as wide as the window, and nothing sticks out of it. */
export async function expectNoSideways(page: Page): Promise<void> {
  const wide = await page.evaluate(() => ({
    page: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
    out: [...document.querySelectorAll('body *')]
      .filter((e) => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
      .slice(0, 5)
      .map((e) => `${e.tagName.toLowerCase()}.${e.className}`),
  }));
  expect(wide.page, `${page.url()}: ${wide.out.join(', ')}`).toBeLessThanOrEqual(wide.window);
}
