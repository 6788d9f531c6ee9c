import type { Page } from '@playwright/test';
import { MessagesPage } from '../pages/messages';
import { ProfilePage } from '../pages/profile';
import { say, talk } from '../support/conversations';
import { beforeHydration, changes } from '../support/early';
import { pdf } from '../support/files';
import { places } from '../support/places';
import { expect, test, type Person } from './fixtures';

/** Nothing asks to load the page again, and a message goes out and comes in at once. */
async function talksOn(seeker: Person, employer: Person, id: string): Promise<void> {
  const [mine, theirs] = [new MessagesPage(seeker.page), await new MessagesPage(employer.page).open(id)];
  await expect(seeker.page.locator('#reload')).toBeHidden();
  await mine.composer.press('End');
  await mine.composer.pressSequentially('and so on');
  await mine.composer.press('Enter');
  await expect(theirs.texts.last()).toContainText('and so on');
  await expect(mine.message('and so on')).toContainText(/Sent|Read/);
  await expect(mine.texts).toHaveCount(1);
  await theirs.send('Heard');
  await expect(mine.texts.last()).toHaveText('Heard');
  await expect(seeker.page.locator('#reload')).toBeHidden();
  await mine.nav('Jobs').first().click();
  await expect(mine.heading).toHaveText(/job/i);
}

for (const [what, change] of Object.entries(changes)) {
  test(`before hydration: ${what}`, async ({ seeker, employer }) => {
    const { id } = await talk(seeker, employer);
    await beforeHydration(seeker.page, `/messages/${id}`, () => seeker.page.evaluate(change));
    await talksOn(seeker, employer, id);
  });
}

test('before hydration: all of it, on every kind of page', async ({ page, seeker, employer }) => {
  test.slow();
  const whole = Object.entries(changes).filter(([what]) => what !== 'the body written anew');
  for (const [who, paths] of [
    [page, places.visitor],
    [seeker.page, places.seeker],
    [employer.page, places.employer],
  ] as const) {
    for (const path of paths) {
      await beforeHydration(who, path, async () => {
        for (const [, change] of whole) await who.evaluate(change);
      });
      await expect(who.locator('#reload'), path).toBeHidden();
      await expect(who.getByRole('main').getByRole('heading', { level: 1 }).first(), path).toBeVisible();
    }
  }
});

/** Changes the page as soon as a text area is there, which may be before the parser is done. */
async function changeAtOnce(page: Page, change: () => void, when: string): Promise<void> {
  await page.addInitScript(
    `{
      let done = false;
      const change = ${change.toString()};
      const look = () => {
        if (done || !document.querySelector(${JSON.stringify(when)})) return;
        done = true;
        change();
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true });
    }`,
  );
}

for (const what of [
  'a div first in the body',
  'an element behind each field',
  'an element before each field',
  'font elements round all texts',
  'a span round each field',
  'elements in head and html',
]) {
  test(`while the page is parsed: ${what}`, async ({ seeker, employer }) => {
    const { id } = await talk(seeker, employer);
    const change = changes[what] ?? (() => {});
    await changeAtOnce(seeker.page, change, what === 'a div first in the body' ? 'body' : 'textarea');
    await new MessagesPage(seeker.page).open(id);
    await talksOn(seeker, employer, id);
  });
}

for (const [what, act] of [
  ['taken out', 'element.remove()'],
  [
    'put into others',
    "{ const other = document.createElement('div'); element.replaceWith(other); other.append(element); }",
  ],
]) {
  test(`while the page is parsed: every picture is ${what} as it comes`, async ({ seeker, employer }) => {
    const { id } = await talk(seeker, employer);
    for (let n = 0; n < 15; n++) await say(n % 2 ? seeker : employer, id, `Line ${n}`);
    await seeker.page.addInitScript(
      `{
        const known = new WeakSet();
        const look = () => {
          if (document.readyState !== 'loading') return;
          for (const element of document.querySelectorAll('svg, img')) {
            if (known.has(element)) continue;
            known.add(element);
            ${act}
          }
        };
        new MutationObserver(look).observe(document, { childList: true, subtree: true });
      }`,
    );
    const theirs = await new MessagesPage(employer.page).open(id);
    const mine = new MessagesPage(seeker.page);
    // At first there is something new, and the page has less when it is asked for once more.
    for (let n = 0; n < 5; n++) await mine.open(id);
    await mine.send('and so on');
    await expect(theirs.texts.last()).toContainText('and so on');
  });
}

test('who puts theirs back at once does not stop it either', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await seeker.page.addInitScript(() => {
    const bar = document.createElement('extension-bar');
    const insist = () => {
      if (document.body && document.body.firstChild !== bar) document.body.prepend(bar);
      for (const field of document.querySelectorAll('input, textarea')) {
        if (field.nextSibling?.nodeName !== 'PASSWORD-MANAGER') field.after(document.createElement('password-manager'));
      }
    };
    new MutationObserver(insist).observe(document, { childList: true, subtree: true });
  });
  await new MessagesPage(seeker.page).open(id);
  await talksOn(seeker, employer, id);
  await expect(seeker.page.locator('body > extension-bar:first-child')).toHaveCount(1);
});

test('what was typed and chosen, and where, stays through the repair', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const mine = new MessagesPage(seeker.page);
  await beforeHydration(seeker.page, `/messages/${id}`, async () => {
    await seeker.page.evaluate(changes['a span round each field'] ?? (() => {}));
    await seeker.page.evaluate(changes['a div first in the body'] ?? (() => {}));
    await mine.files.setInputFiles(pdf('chosen.pdf', 'words'));
    await mine.composer.fill('Typed early');
    await mine.composer.evaluate((field: HTMLTextAreaElement) => {
      field.focus();
      field.setSelectionRange(5, 5);
    });
  });
  await expect(mine.composer).toHaveValue('Typed early');
  await expect(mine.composer).toBeFocused();
  await mine.page.keyboard.type(', very,');
  await expect(mine.composer).toHaveValue('Typed, very, early');
  await mine.composer.press('Enter');
  await expect(mine.message('Typed, very, early').getByRole('link', { name: 'chosen.pdf' })).toBeVisible();
});

test('elements of others stay where they harm nothing', async ({ seeker }) => {
  await beforeHydration(seeker.page, '/profile', () =>
    seeker.page.evaluate(() => {
      document.body.prepend(Object.assign(document.createElement('extension-bar'), { textContent: 'mine' }));
      const other = Object.assign(document.createElement('meta'), { name: 'other' });
      for (const child of [...document.head.childNodes]) if (child.nodeType === 8) child.after(other);
    }),
  );
  await expect(seeker.page.locator('extension-bar')).toHaveText('mine');
  await expect(seeker.page.locator('head > meta[name=other]')).toHaveCount(1);
  const profile = new ProfilePage(seeker.page);
  await profile.about.fill('Words');
  await profile.saveProfile();
  await profile.expectDone('Your profile is saved.');
});

test('what is typed before hydration joins the draft', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.composer.fill('From yesterday');
  await mine.page.goto('/jobs');
  await beforeHydration(seeker.page, `/messages/${id}`, () => mine.composer.fill('from today'));
  await expect(mine.composer).toHaveValue('From yesterday\nfrom today');
  await mine.open(id);
  await expect(mine.composer).toHaveValue('From yesterday\nfrom today');
});

test('a program that ends leaves a page that works without it', async ({ seeker, employer, troubles }) => {
  const { id } = await talk(seeker, employer);
  const mine = new MessagesPage(seeker.page);
  // What the server rendered is not what the program knows: it cannot take this page over.
  await seeker.page.route(`**/messages/${id}`, async (route) => {
    const answer = await route.fetch();
    const html = await answer.text();
    await route.fulfill({ response: answer, body: html.replace('<h1', '<p>x</p><h1') });
  });
  await seeker.page.goto('/jobs');
  await seeker.page.evaluate((to) => location.assign(to), `/messages/${id}`);
  await seeker.page.waitForURL(`**/messages/${id}`);
  await expect.poll(() => troubles.take(/panicked|unreachable|ydration/)).toBeGreaterThan(0);
  await expect(seeker.page.locator('#reload')).toBeHidden();
  await mine.composer.fill('By form');
  await mine.thread.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(mine.message('By form')).toBeVisible();
  await mine.nav('Jobs').first().click();
  await expect(seeker.page).toHaveURL(/\/jobs$/);
  troubles.take(/panicked|unreachable|ydration/);
});
