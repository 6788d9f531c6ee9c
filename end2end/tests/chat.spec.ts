import { MessagesPage } from '../pages/messages';
import { Screen } from '../pages/screen';
import { say, talk } from '../support/conversations';
import { expect, test } from './fixtures';

test('the end of a conversation is in view, and the page stays at its top', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  for (let n = 1; n <= 20; n++) await say(employer, id, `Line ${n}\nand more`);
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ]) {
    await seeker.page.setViewportSize(viewport);
    for (const end of ['', '#end']) {
      await seeker.page.goto('/jobs');
      await seeker.page.goto(`/messages/${id}${end}`);
      const mine = new MessagesPage(seeker.page);
      await expect(mine.message('Line 20')).toBeInViewport({ ratio: 0.9 });
      await expect(mine.message('Line 1').first()).not.toBeInViewport();
      await expect(mine.composer).toBeInViewport();
      expect(await seeker.page.evaluate(() => window.scrollY)).toBe(0);
    }
  }
});

test('few messages stand at the top', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await say(employer, id, 'Hello');
  const mine = await new MessagesPage(seeker.page).open(id);
  const [list, message] = [await mine.thread.locator('.thread__scroll').boundingBox(), await mine.texts.boundingBox()];
  expect(message?.y ?? 0).toBeLessThan((list?.y ?? 0) + 160);
});

test('a link is what it leads to', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await say(employer, id, '**https://a.example/b**, (www.b.example/c_(d)), 请看https://c.example。');
  await say(employer, id, 'https://bank.example@evil.example/x https://p\u0430ypal.example');
  const mine = await new MessagesPage(seeker.page).open(id);
  await expect(mine.texts.getByRole('link')).toHaveText([
    'https://a.example/b',
    'www.b.example/c_(d)',
    'https://c.example',
    'https://evil.example/x',
    /^https:\/\/xn--/,
  ]);
});

test('stacked marks and empty lines stay small', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await say(employer, id, `Z${'\u0300\u0301\u0302\u0303'.repeat(100)}`);
  await say(employer, id, `Above${'\n'.repeat(500)}below`);
  const mine = await new MessagesPage(seeker.page).open(id);
  await expect(mine.texts.first()).toHaveCSS('overflow-y', 'clip');
  expect((await mine.texts.last().boundingBox())?.height ?? 0).toBeLessThan(200);
});

test('the navigation counts conversations with new messages', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const [there, screen] = [new MessagesPage(seeker.page), new Screen(seeker.page)];
  await seeker.page.goto('/jobs');
  await expect(screen.nav('Messages')).toBeVisible();
  await say(employer, id, 'Hello');
  await say(employer, id, 'Are you there?');
  if (!test.info().project.use.javaScriptEnabled) await seeker.page.reload();
  await expect(screen.nav('Messages 1 with new messages')).toBeVisible();
  await there.open(id);
  await seeker.page.goto('/jobs');
  await expect(screen.nav('Messages')).toBeVisible();
});

test('what was said is found, however it is written', async ({ seeker, employer }) => {
  const [first, second] = [await talk(seeker, employer), await talk(seeker, employer)];
  await say(employer, first.id, 'Treffen im Café, Straße 5');
  await say(employer, second.id, '我们下周在东京见面');
  const mine = await new MessagesPage(seeker.page).open();
  for (const [words, found] of [
    ['cafe', first],
    ['STRASSE treff', first],
    ['东京', second],
  ] as const) {
    await mine.search.fill(words);
    await mine.search.press('Enter');
    await expect(mine.rows).toHaveCount(1);
    await expect(mine.rows).toContainText([found.posting.title]);
  }
});

test('a conversation is printed as long as it is', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  for (let n = 1; n <= 40; n++) await say(employer, id, `Line ${n}\nand\nmore`);
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.page.emulateMedia({ media: 'print' });
  await expect(mine.composer).toBeHidden();
  await expect(mine.rows.first()).toBeHidden();
  const cut = await mine.thread.locator('.thread__scroll').evaluate((list) => list.scrollHeight - list.clientHeight);
  expect(cut).toBeLessThanOrEqual(1);
  const [first, last] = [await mine.texts.first().boundingBox(), await mine.texts.last().boundingBox()];
  expect((last?.y ?? 0) - (first?.y ?? 0)).toBeGreaterThan(2_000);
});

test('a notice that was read and a new one are one row', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await say(employer, id, 'Hello');
  await new MessagesPage(seeker.page).open(id);
  await seeker.page.goto('/jobs');
  await say(employer, id, 'Again');
  await seeker.page.goto('/notifications');
  const rows = seeker.page.getByRole('main').locator('.notification');
  await expect(rows).toHaveCount(1);
  await expect(seeker.page.getByRole('main').locator('.notification--unread')).toHaveCount(1);
});
