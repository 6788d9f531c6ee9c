import { MessagesPage } from '../pages/messages';
import { Screen } from '../pages/screen';
import { say, talk } from '../support/conversations';
import { expect, test } from './fixtures';
import type { WebSocketRoute } from '@playwright/test';

/** What browsers and the loader of parts say of files that cannot be loaded. */
const missing = /ERR_|404|Failed to (fetch|load)|TypeError|CompileError|TimeoutError|net::/;

test('a part of the program that is gone leads to the page as a whole', async ({ page, troubles }) => {
  const screen = new Screen(page);
  await page.goto('/jobs');
  let gone = true;
  await page.route('**/pkg/*.wasm', (route) => (gone ? route.fulfill({ status: 404, body: '' }) : route.continue()));
  await page.route('**/login', (route) => {
    gone = false;
    return route.continue();
  });
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.getByRole('banner').getByRole('link', { name: 'Log in', exact: true }).first().click();
  await expect(page.getByLabel('Password')).toBeVisible();
  await expect(page).toHaveURL(/\/login$/);
  expect(await page.evaluate(() => 'same' in window)).toBe(false);
  await expect(page.locator('body[data-hydrated]')).toHaveCount(1);
  await screen.nav('Jobs').first().click();
  await expect(page).toHaveURL(/\/jobs$/);
  troubles.take(missing);
});

test('offline a page says why it does not go on, and goes on by itself', async ({ page, troubles }) => {
  const screen = new Screen(page);
  await page.goto('/jobs');
  await page.context().setOffline(true);
  await screen.nav('Companies').first().click();
  const notice = page.getByRole('alert').filter({ hasText: 'You are offline' });
  await expect(notice.getByRole('button', { name: 'Try again' })).toBeVisible();
  await expect(notice.getByRole('link', { name: 'Reload' })).toBeHidden();
  await expect(screen.heading).toHaveText(/job/i);
  await page.context().setOffline(false);
  await expect(screen.heading).toHaveText(/compan/i);
  await expect(notice).toBeHidden();
  troubles.take(missing);
});

test('while the site does not answer one can try again, and go elsewhere', async ({ page, troubles }) => {
  const screen = new Screen(page);
  await page.goto('/jobs');
  for (const files of ['**/pkg/*.wasm', '**/healthz']) await page.route(files, (route) => route.abort());
  await screen.nav('Companies').first().click();
  const notice = page.getByRole('alert').filter({ hasText: 'The site could not be reached.' });
  await expect(notice).toBeVisible();
  await page.getByRole('banner').getByRole('link', { name: 'Jobi' }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(notice).toBeHidden();
  await screen.nav('Companies').first().click();
  await expect(notice).toBeVisible();
  await page.unrouteAll();
  await notice.getByRole('button', { name: 'Try again' }).click();
  await expect(screen.heading).toHaveText(/compan/i);
  await expect(notice).toBeHidden();
  troubles.take(missing);
});

test('hydration waits for what cannot be loaded, and the page works meanwhile', async ({ page, troubles }) => {
  const screen = new Screen(page);
  await page.goto('/jobs');
  let [gone, tried] = [true, 0];
  await page.route('**/pkg/*.wasm', (route) => {
    const isPart = !/\/jobi[^/]*\.wasm/.test(route.request().url());
    if (isPart) tried += 1;
    return isPart && gone ? route.abort() : route.continue();
  });
  await page.evaluate(() => location.assign('/companies'));
  await expect(screen.heading).toHaveText(/compan/i);
  await expect.poll(() => tried).toBeGreaterThan(0);
  await expect(page.locator('body[data-hydrated]')).toHaveCount(0);
  await expect(page.locator('#reload')).toBeHidden();
  await screen.nav('Jobs').first().click();
  await expect(page).toHaveURL(/\/jobs$/);
  await page.goBack();
  gone = false;
  await expect(page.locator('body[data-hydrated]')).toHaveCount(1);
  troubles.take(missing);
});

test('a page that could not be loaded is loaded when the site is back', async ({ page, troubles }) => {
  const screen = new Screen(page);
  await page.goto('/companies');
  await screen.nav('Jobs').first().click();
  await expect(page).toHaveURL(/\/jobs$/);
  await page.route('**/api/load_companies*', (route) => route.abort());
  await screen.nav('Companies').first().click();
  await expect(screen.main).toContainText('The site could not be reached.');
  await expect(screen.main.getByRole('link', { name: 'Try again' })).toBeVisible();
  await page.unrouteAll();
  await expect(screen.main.getByRole('link', { name: 'Try again' })).toHaveCount(0);
  await expect(screen.main).not.toContainText('The site could not be reached.');
  await page.route('**/api/load_jobs*', (route) => route.fulfill({ status: 502, body: '<p>Bad gateway</p>' }));
  await screen.nav('Jobs').first().click();
  await expect(screen.main.getByRole('link', { name: 'Try again' })).toBeVisible();
  await page.unrouteAll();
  await screen.main.getByRole('link', { name: 'Try again' }).click();
  await expect(screen.main.getByRole('link', { name: 'Try again' })).toHaveCount(0);
  await expect(screen.heading).toHaveText(/job/i);
  troubles.take(/ERR_FAILED|502/);
});

test('a connection that died without a word is replaced within seconds', async ({ seeker, employer }) => {
  test.slow();
  const { id } = await talk(seeker, employer);
  const sockets: { route: WebSocketRoute; dead: boolean }[] = [];
  let blackhole = false;
  await seeker.page.routeWebSocket(/\/live/, (route) => {
    const socket = { route, dead: blackhole };
    sockets.push(socket);
    if (blackhole) return;
    const server = route.connectToServer();
    route.onMessage((message) => socket.dead || server.send(message));
    server.onMessage((message) => socket.dead || route.send(message));
  });
  const mine = await new MessagesPage(seeker.page).open(id);
  await say(employer, id, 'Before');
  await expect(mine.texts).toHaveText(['Before']);
  const [first] = sockets;
  if (first) first.dead = true;
  await mine.composer.fill('Into the dark');
  await mine.composer.press('Enter');
  await expect(mine.message('Into the dark')).toContainText('Sending');
  await say(employer, id, 'Unheard');
  await expect(mine.texts).toHaveText(['Before', 'Unheard', 'Into the dark'], { timeout: 15_000 });
  await expect(mine.message('Into the dark')).toContainText(/Sent|Read/);
  expect(sockets.length).toBe(2);

  // A network that comes back, or a look at the page, is a reason to ask.
  const [, second] = sockets;
  if (second) second.dead = true;
  await seeker.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await say(employer, id, 'Seen again');
  await expect(mine.texts.last()).toHaveText('Seen again');
  expect(sockets.length).toBe(3);

  blackhole = true;
  const third = sockets[2];
  if (third) third.dead = true;
  await seeker.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(mine.thread).toContainText('The site is not answering.');
  await expect(mine.thread).not.toContainText('You are offline.');
});

test('offline and unanswered are two things', async ({ seeker, employer, troubles }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await say(employer, id, 'Hello');
  await expect(mine.texts).toHaveText(['Hello']);
  await seeker.context.setOffline(true);
  await expect(mine.thread).toContainText('You are offline.');
  await seeker.context.setOffline(false);
  await expect(mine.thread).not.toContainText('You are offline.');
  await expect(mine.thread).not.toContainText('The site is not answering.');
  troubles.take(/ERR_INTERNET_DISCONNECTED/);
});

test('a page that asks in vain to be loaded again asks once', async ({ seeker }) => {
  const notice = seeker.page.getByRole('alert').filter({ hasText: 'This page is no longer up to date.' });
  let refused = 0;
  await seeker.page.routeWebSocket(/\/live/, (socket) => {
    refused += 1;
    void socket.close({ code: 1008 });
  });
  await seeker.page.goto('/jobs');
  await notice.getByRole('link', { name: 'Reload' }).waitFor();
  const checked = seeker.page.waitForResponse(/load_session/);
  await notice.getByRole('link', { name: 'Reload' }).click();
  await checked;
  expect(refused).toBe(2);
  await expect(notice).toBeHidden();
});
