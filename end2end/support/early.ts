import { test, type Page } from '@playwright/test';
import { ready } from './ready';

/** Holds back the page's program until what is done to the page was done. */
export async function beforeHydration(page: Page, address: string, act: () => Promise<void>): Promise<void> {
  let go = () => {};
  const gate = new Promise<void>((open) => (go = open));
  await page.route('**/*.wasm', async (route) => {
    await gate;
    await route.continue();
  });
  await page.evaluate((to) => location.assign(to), new URL(address, test.info().project.use.baseURL).href);
  await page.waitForURL(`**${address}`, { waitUntil: 'commit' });
  await page.waitForFunction(() => document.readyState !== 'loading');
  await act();
  go();
  await ready(page);
  await page.unroute('**/*.wasm');
}

/** What extensions, translators and others make of a page. */
export const changes: Record<string, () => void> = {
  'a div first in the body': () => document.body.prepend(document.createElement('div')),
  'an element behind each field': () => {
    for (const field of document.querySelectorAll('input, textarea, button')) {
      field.after(document.createElement('password-manager'));
    }
  },
  'an element before each field': () => {
    for (const field of document.querySelectorAll('input, textarea, button')) {
      field.before(document.createElement('password-manager'));
    }
  },
  'an element between all others': () => {
    for (const element of document.querySelectorAll('main *, header *')) {
      if (!element.closest('svg, select, textarea')) element.before(document.createElement('i'));
    }
  },
  'font elements round all texts': () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.textContent?.trim() || text.parentElement?.closest('script, textarea, option')) continue;
      const font = document.createElement('font');
      text.parentNode?.replaceChild(font, text);
      font.append(text);
    }
  },
  'font elements with other words in place of all texts': () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) {
      if (!text.textContent?.trim() || text.parentElement?.closest('script, textarea, option')) continue;
      const [outer, inner] = [document.createElement('font'), document.createElement('font')];
      inner.textContent = `über ${text.textContent}`;
      outer.append(inner);
      text.parentNode?.replaceChild(outer, text);
    }
  },
  'a span round each field': () => {
    for (const field of document.querySelectorAll('input, textarea')) {
      const span = document.createElement('span');
      field.replaceWith(span);
      span.append(field);
    }
  },
  'other attributes': () => {
    document.documentElement.setAttribute('class', 'translated-ltr');
    document.body.setAttribute('data-gr-ext-installed', '');
    for (const element of document.querySelectorAll('main *')) {
      element.setAttribute('data-lastpass', '1');
      element.classList.add('other');
    }
  },
  'no comments': () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_COMMENT);
    const comments: Node[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    for (const comment of comments) comment.parentNode?.removeChild(comment);
  },
  'texts merged': () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
    const comments: Node[] = [];
    while (walker.nextNode()) comments.push(walker.currentNode);
    for (const comment of comments) comment.parentNode?.removeChild(comment);
    document.body.normalize();
  },
  'texts split': () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) {
      if (text.length > 1 && !text.parentElement?.closest('script, textarea, option')) text.splitText(1);
    }
  },
  'texts changed': () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode as Text;
      if (!text.parentElement?.closest('script, textarea, option')) text.data = 'Hallo';
    }
  },
  'elements in head and html': () => {
    document.head.prepend(document.createElement('meta'));
    for (const child of [...document.head.childNodes]) child.after(document.createElement('meta'));
    document.documentElement.append(document.createElement('extension-root'));
    document.documentElement.prepend(document.createElement('extension-root'));
  },
  'elements taken away': () => {
    document.querySelector('header')?.remove();
    document.querySelector('footer')?.replaceChildren();
  },
  'the body written anew': () => {
    const page = document.body;
    // biome-ignore lint/correctness/noSelfAssign: it makes all of it anew
    page.innerHTML = page.innerHTML;
  },
};
