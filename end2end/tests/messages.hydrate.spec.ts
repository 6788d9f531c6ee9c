import { LoginPage } from '../pages/login';
import { MessagesPage } from '../pages/messages';
import { Screen } from '../pages/screen';
import { ask, say, talk } from '../support/conversations';
import { pdf } from '../support/files';
import { openPage } from '../support/people';
import { publish } from '../support/postings';
import { expect, test } from './fixtures';
import type { WebSocketRoute } from '@playwright/test';

test('both hear each other at once: typing, messages, reading', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const [mine, theirs] = [await new MessagesPage(seeker.page).open(id), await new MessagesPage(employer.page).open(id)];
  await expect(mine.presence).toHaveText('Online');
  await theirs.composer.pressSequentially('Hel');
  await expect(mine.typing).toHaveText(`${employer.name} is writing …`);
  await theirs.composer.press('Enter');
  await expect(mine.texts).toHaveText(['Hel']);
  // Sooner than the sign of it would fade.
  await expect(mine.typing).toHaveCount(0, { timeout: 3_000 });
  await mine.page.bringToFront();
  await mine.send('Yes?');
  await expect(theirs.texts).toHaveText(['Hel', 'Yes?']);
  await expect(mine.message('Yes?')).toContainText('Read');
});

test('Enter sends, Shift and Enter do not, arrow up edits the last', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.composer.pressSequentially('one');
  await mine.composer.press('Shift+Enter');
  await mine.composer.pressSequentially('two');
  await mine.composer.press('Enter');
  await expect(mine.texts).toHaveText(['one\ntwo']);
  await expect(mine.composer).toHaveValue('');
  await expect(mine.message('one')).toContainText('Sent');
  await mine.composer.fill('A draft');
  await mine.composer.fill('');
  await mine.composer.press('ArrowUp');
  await expect(mine.composer).toHaveValue('one\ntwo');
  await mine.composer.press('Escape');
  await expect(mine.composer).toHaveValue('');
  await mine.composer.press('ArrowUp');
  await mine.composer.fill('three');
  await mine.composer.press('Enter');
  await expect(mine.texts).toHaveText(['three']);
  await expect(mine.message('three')).toContainText('edited');
  await expect(mine.composer).toHaveValue('');
});

test('a draft comes back after an edit', async ({ seeker, employer, troubles }) => {
  const { id } = await talk(seeker, employer);
  await say(seeker, id, 'Sent');
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.composer.fill('A draft');
  await mine.message('Sent').getByRole('link', { name: 'Edit' }).click();
  await expect(mine.composer).toHaveValue('Sent');
  await expect(mine.composer).toBeFocused();
  await mine.composer.fill(' ');
  await mine.thread.getByRole('button', { name: 'Save' }).click();
  await expect(mine.thread.getByRole('alert')).toHaveText('Please fill this in.');
  troubles.take(/422/);
  await mine.thread.getByRole('button', { name: 'Cancel' }).click();
  await expect(mine.thread.getByRole('alert')).toHaveCount(0);
  await expect(mine.composer).toHaveValue('A draft');
});

test('files that were chosen are taken back', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.files.setInputFiles(pdf('wrong.pdf', 'Wrong'));
  await mine.thread.getByRole('button', { name: 'Remove files' }).click();
  await expect(mine.composer).toBeFocused();
  await mine.send('No file');
  await expect(mine.message('No file').getByRole('link', { name: 'wrong.pdf' })).toHaveCount(0);
});

test('older messages load as one scrolls up, and what is looked at stays in its place', async ({
  seeker,
  employer,
}) => {
  const { id } = await talk(seeker, employer);
  for (let n = 1; n <= 70; n++) await say(employer, id, `Line ${n}`);
  const mine = await new MessagesPage(seeker.page).open(id);
  await expect(mine.texts).toHaveCount(50);
  const first = mine.thread.getByText('Line 21', { exact: true });
  await first.evaluate((line) => line.setAttribute('data-kept', ''));
  await first.scrollIntoViewIfNeeded();
  await expect(mine.texts).toHaveCount(70);
  await expect(first).toHaveAttribute('data-kept');
  await expect(first).toBeInViewport();
  await expect(mine.texts.first()).toHaveText('Line 1');
  await expect(mine.texts.first()).not.toBeInViewport();
});

test('a draft survives a reload', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.composer.fill('Not yet');
  await mine.open(id);
  await expect(mine.composer).toHaveValue('Not yet');
});

test('what is written offline is sent on return, once', async ({ seeker, employer, troubles }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await new MessagesPage(employer.page).open(id);
  await expect(mine.presence).toHaveText('Online');
  await seeker.context.setOffline(true);
  await mine.composer.fill('From the tunnel');
  await mine.composer.press('Enter');
  await expect(mine.message('From the tunnel')).toContainText('Sending');
  await say(employer, id, 'Meanwhile');
  await seeker.context.setOffline(false);
  await expect(mine.texts).toHaveText(['Meanwhile', 'From the tunnel']);
  await expect(mine.message('From the tunnel')).toContainText('Read');
  troubles.take(/ERR_INTERNET_DISCONNECTED/);
});

test('what could not be sent goes on after a reload', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  const theirs = await new MessagesPage(employer.page).open(id);
  // A server that hears, and never answers.
  await seeker.page.routeWebSocket(/\/live/, () => {});
  await mine.open(id);
  await mine.composer.fill('Not lost');
  await mine.composer.press('Enter');
  await expect(mine.message('Not lost')).toContainText('Sending');
  await seeker.page.unrouteAll();
  const again = await seeker.context.newPage();
  await again.goto(`/messages/${id}`);
  await expect(theirs.texts).toHaveText(['Not lost']);
  await expect(new MessagesPage(again).texts).toHaveText(['Not lost']);
});

test('who comes back to the page has read it', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  // Playwright gives every page the focus.
  await seeker.page.evaluate(() => (document.hasFocus = () => false));
  await say(employer, id, 'Hello');
  await expect(mine.texts).toHaveText(['Hello']);
  await mine.expectUnread(1);
  await seeker.page.evaluate(() => {
    document.hasFocus = () => true;
    window.dispatchEvent(new Event('focus'));
  });
  await mine.expectUnread(0);
});

test('what is marked as read while the list is live stays on the page', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await say(employer, id, 'Hello');
  await seeker.page.goto('/notifications');
  const main = seeker.page.getByRole('main');
  await main.getByRole('button', { name: 'Mark as read' }).click();
  await expect(main.locator('.notification--unread')).toHaveCount(0);
  await say(employer, id, 'Again');
  await main.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(main.locator('.notification--unread')).toHaveCount(0);
});

test('who reads further up is told of what comes, and has not read it', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  for (let n = 1; n <= 12; n++) await say(employer, id, `Line ${n}\nand\nmore`);
  const mine = await new MessagesPage(seeker.page).open(id);
  await expect(mine.message('Line 12')).toBeInViewport();
  await mine.message('Line 1').first().scrollIntoViewIfNeeded();
  await say(employer, id, 'Far below');
  const below = mine.thread.getByRole('button', { name: 'New messages' });
  await expect(below).toBeVisible();
  await mine.expectUnread(1);
  await below.click();
  await expect(mine.message('Far below')).toBeInViewport();
  await expect(below).toHaveCount(0);
  await mine.expectUnread(0);
  await mine.message('Line 1').first().scrollIntoViewIfNeeded();
  await mine.send('At the end');
  await expect(mine.message('At the end')).toBeInViewport();
});

test('a tab that slept comes to the same state', async ({ seeker, employer, people, troubles }) => {
  const { id } = await talk(seeker, employer);
  const again = await people.again(seeker);
  const [awake, asleep] = [await new MessagesPage(seeker.page).open(id), await new MessagesPage(again.page).open(id)];
  await again.context.setOffline(true);
  await say(employer, id, 'One');
  await expect(awake.texts).toHaveText(['One']);
  await awake.send('Two');
  await expect(awake.message('Two')).toContainText('Sent');
  await say(employer, id, 'Three');
  await again.context.setOffline(false);
  for (const tab of [awake, asleep]) {
    await expect(tab.texts).toHaveText(['One', 'Two', 'Three']);
    await tab.expectUnread(0);
  }
  troubles.take(/ERR_INTERNET_DISCONNECTED/);
});

test('a page that is older than the server asks to be loaded again', async ({ seeker }) => {
  const notice = seeker.page.getByRole('alert').filter({ hasText: 'This page is no longer up to date.' });
  await seeker.page.goto('/jobs');
  await expect(notice).toBeHidden();
  await seeker.page.routeWebSocket(/\/live/, (socket) => socket.close({ code: 1008 }));
  await seeker.page.goto('/jobs');
  await expect(notice.getByRole('link', { name: 'Reload' })).toBeVisible();
});

test('a draft stays with its conversation', async ({ seeker, employer }) => {
  const [first, second] = [await talk(seeker, employer), await talk(seeker, employer)];
  const mine = await new MessagesPage(seeker.page).open(first.id);
  await mine.composer.fill('For the first');
  await mine.row(second.posting.title).getByRole('link').click();
  await expect(mine.thread).toContainText(`About ${second.posting.title}`);
  await expect(mine.composer).toHaveValue('');
  await mine.send('For the second');
  await mine.row(first.posting.title).getByRole('link').click();
  await expect(mine.thread).toContainText(`About ${first.posting.title}`);
  await expect(mine.composer).toHaveValue('For the first');
  await expect(mine.texts).toHaveCount(0);
});

test('an edit goes on while the conversation is loaded anew', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await say(seeker, id, 'Helo');
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.message('Helo').getByRole('link', { name: 'Edit' }).click();
  await mine.composer.fill('Hello');
  for (const blocked of ['true', 'false']) {
    await employer.page.request.post('/api/block_conversation', { form: { conversation: id, blocked } });
    await expect(mine.composer).toHaveCount(blocked === 'true' ? 0 : 1);
  }
  await expect(mine.composer).toHaveValue('Hello');
  await mine.composer.press('Enter');
  await expect(mine.texts).toHaveText(['Hello']);
});

test('what a page loads by itself is not read', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  const id = await ask(seeker, posting, 'Is it remote?');
  const mine = await new MessagesPage(seeker.page).open(id);
  await seeker.page.evaluate(() => (document.hasFocus = () => false));
  await expect(mine.composer).toHaveCount(0);
  await say(employer, id, 'It is.');
  await expect(mine.composer).toBeVisible();
  await expect(mine.texts).toHaveText(['Is it remote?', 'It is.']);
  const theirs = await new MessagesPage(employer.page).open(id);
  await expect(theirs.message('It is.')).toContainText('Sent');
  await mine.expectUnread(1);
});

test('days and clocks are those of where one is', async ({ seeker, employer, people }) => {
  const { id } = await talk(seeker, employer);
  await say(employer, id, 'Hello');
  // Where it is another day than in UTC.
  const now = new Date();
  const timezoneId = now.getUTCHours() < 12 ? 'Etc/GMT+12' : 'Etc/GMT-12';
  const far = await people.again(seeker, { timezoneId });
  const mine = await new MessagesPage(far.page).open(id);
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: timezoneId }).format(now);
  await expect(mine.thread.locator('.thread__day')).toHaveText(day);
  const hour = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: timezoneId }).format(now);
  await expect(mine.message('Hello').locator('time')).toHaveText(new RegExp(`^${hour}:`));
});

test('time goes on in an open page', async ({ seeker, employer }) => {
  const { posting, id } = await talk(seeker, employer);
  await say(seeker, id, 'Hello');
  await seeker.page.clock.install();
  const mine = await new MessagesPage(seeker.page).open(id);
  const edit = mine.message('Hello').getByRole('link', { name: 'Edit' });
  await expect(edit).toBeVisible();
  await expect(mine.row(posting.title)).toContainText('just now');
  await seeker.page.clock.fastForward('16:00');
  await expect(mine.row(posting.title)).toContainText('16 minutes ago');
  await expect(edit).toHaveCount(0);
});

test('who left while one was away is not here on return', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  let [away, cut] = [false, () => {}];
  await seeker.page.routeWebSocket(/\/live/, (socket) => {
    if (away) return void socket.close({ code: 1011 });
    socket.connectToServer();
    cut = () => void socket.close({ code: 1011 });
  });
  const mine = await new MessagesPage(seeker.page).open(id);
  await new MessagesPage(employer.page).open(id);
  await expect(mine.presence).toHaveText('Online');
  away = true;
  cut();
  await expect(mine.thread).toContainText('The site is not answering.');
  await employer.page.goto('about:blank');
  const other = await new MessagesPage(await seeker.context.newPage()).open(id);
  await expect(other.presence).toHaveText(/^Last seen/);
  away = false;
  await expect(mine.presence).toHaveText(/^Last seen/);
});

test('who comes between rendering and the connection is here', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  let connect = () => {};
  await seeker.page.routeWebSocket(/\/live/, (socket) => {
    connect = () => void socket.connectToServer();
  });
  const mine = await new MessagesPage(seeker.page).open(id);
  await expect(mine.presence).not.toHaveText('Online');
  const theirs = await new MessagesPage(employer.page).open(id);
  const other = await new MessagesPage(await seeker.context.newPage()).open(id);
  await expect(other.presence).toHaveText('Online');
  connect();
  await expect(mine.presence).toHaveText('Online');
  await theirs.page.goto('about:blank');
  await expect(mine.presence).toHaveText(/^Last seen/);
});

test('whoever hides is neither here nor was, at once', async ({ seeker, employer, people }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  const theirs = await new MessagesPage(employer.page).open(id);
  await expect(mine.presence).toHaveText('Online');
  await expect(theirs.presence).toHaveText('Online');
  const again = await people.again(employer);
  const save = (shown: string) =>
    again.page.request.post('/api/save_notification_settings', { form: { 'shown[]': shown } });
  await save('typing');
  await expect(mine.presence).toHaveText('');
  await expect(theirs.presence, 'whoever hides sees nobody').toHaveText('');
  await save('presence');
  await expect(mine.presence).toHaveText('Online');
});

test('who missed too much counts anew', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const sockets: WebSocketRoute[] = [];
  await seeker.page.routeWebSocket(/\/live/, (socket) => {
    socket.send(JSON.stringify({ type: 'hello', seq: 0 }));
    sockets.push(socket);
  });
  await seeker.page.goto('/jobs');
  const screen = new Screen(seeker.page);
  await expect.poll(() => sockets.length).toBe(1);
  await say(employer, id, 'Hello');
  await screen.expectUnread(0);
  sockets[0]?.send(JSON.stringify({ type: 'reset', seq: 100_000 }));
  await screen.expectUnread(1);
});

test('after a logout elsewhere what is written stays, and is sent once one is back', async ({
  seeker,
  employer,
  troubles,
}) => {
  troubles.expectStatus(401, 409);
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  const elsewhere = new Screen(await openPage(seeker.context));
  await elsewhere.page.goto('/jobs');
  await elsewhere.logout();
  await expect(mine.thread).toContainText('You are logged out.');
  await expect(mine.thread).not.toContainText('You are offline.');
  await mine.composer.fill('Written without a login');
  await mine.composer.press('Enter');
  await expect(mine.thread.getByRole('alert')).toContainText('Please log in first.');
  await expect(mine.composer).toHaveValue('Written without a login');
  await expect(mine.texts).toHaveCount(0);

  const login = await new LoginPage(elsewhere.page).open();
  await login.login(seeker.email, seeker.password);
  await expect(login.accountMenu).toBeVisible();
  await mine.send('Written without a login');
  await expect(mine.texts).toHaveText(['Written without a login']);
  await expect(mine.composer).toHaveValue('');
  await expect(mine.thread).not.toContainText('You are logged out.');
  await say(employer, id, 'And live again');
  await expect(mine.texts).toHaveText(['Written without a login', 'And live again']);
});

test('whose session has ended is asked to load the page again', async ({ seeker, troubles }) => {
  troubles.expectStatus(401);
  await seeker.page.routeWebSocket(/\/live/, (socket) => socket.close({ code: 1011 }));
  await seeker.page.goto('/jobs');
  const notice = seeker.page.getByRole('alert').filter({ hasText: 'You are logged out here.' });
  await expect(notice).toBeHidden();
  await seeker.context.clearCookies();
  await expect(notice).toBeVisible();
});

test('what comes is shown on the desktop, once, and leads to its page', async ({ seeker, employer }) => {
  const { posting, id } = await talk(seeker, employer);
  await seeker.page.addInitScript(() => {
    const shown: { text: string; tag: string; onclick?: () => void }[] = [];
    class Desktop {
      static permission = 'granted';
      onclick?: () => void;
      constructor(
        readonly text: string,
        options: { tag: string },
      ) {
        shown.push(Object.assign(this, { tag: options.tag }));
      }
    }
    Object.assign(window, { Notification: Desktop, shown });
    Object.defineProperty(document, 'hidden', { get: () => true });
  });
  await seeker.page.goto('/jobs');
  const texts = () =>
    seeker.page.evaluate(() => (window as never as { shown: { text: string }[] }).shown.map((s) => s.text));
  const about = `${employer.company} about ${posting.title}`;
  await say(employer, id, 'Hello');
  await expect.poll(texts).toEqual([expect.stringContaining(employer.company)]);
  await say(employer, id, 'Are you there?');
  await expect.poll(texts).toEqual([expect.anything(), `2 new messages from ${about}`]);
  await seeker.page.evaluate(() => (window as never as { shown: { onclick: () => void }[] }).shown[1]?.onclick());
  await expect(new Screen(seeker.page).heading).toHaveText(employer.company);
});

test('a browser that knows no notifications goes on', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await seeker.page.addInitScript(() => Reflect.deleteProperty(window, 'Notification'));
  const screen = new Screen(seeker.page);
  await seeker.page.goto('/settings/notifications');
  await say(employer, id, 'Hello');
  await screen.expectUnread(1);
  await say(employer, id, 'Again');
  await screen.bell.locator('summary').click();
  await expect(screen.bell.getByRole('link', { name: /^2 new messages/ })).toBeVisible();
});

test('who follows a notification has read it', async ({ seeker, employer }) => {
  const { application } = await talk(seeker, employer);
  const screen = new Screen(seeker.page);
  await seeker.page.goto('/jobs');
  const stage = { id: application, stage: 'interview', version: '1' };
  await employer.page.request.post('/api/change_stage', { form: stage });
  await screen.expectUnread(1);
  await screen.bell.locator('summary').click();
  await screen.bell.getByRole('link', { name: /Interview/ }).click();
  await expect(screen.main.locator('.badge').first()).toHaveText('Interview');
  await screen.expectUnread(0);
});

test('the bell counts in every tab at once', async ({ seeker, employer, people }) => {
  const { id } = await talk(seeker, employer);
  const again = await people.again(seeker);
  const [here, there] = [new Screen(seeker.page), new Screen(again.page)];
  await here.page.goto('/jobs');
  await there.page.goto('/companies');
  await say(employer, id, 'Hello');
  for (const screen of [here, there]) {
    await screen.expectUnread(1);
    await expect(screen.page).toHaveTitle(/^\(1\) /);
    await expect(screen.page.locator('link[rel=icon]')).toHaveAttribute('href', /^data:.*%3E1%3C/);
  }
  await here.bell.locator('summary').click();
  await here.bell.getByRole('link', { name: new RegExp(`^${employer.company} wrote to you`) }).click();
  for (const screen of [here, there]) await screen.expectUnread(0);
});

test('a stage changes on the seeker’s open page, an application comes in on the employer’s', async ({
  seeker,
  employer,
  people,
}) => {
  const { application } = await talk(seeker, employer);
  await seeker.page.goto(`/applications/${application}`);
  const stage = { id: application, stage: 'interview', version: '1' };
  await employer.page.request.post('/api/change_stage', { form: stage });
  await expect(seeker.page.getByRole('main').locator('.badge').first()).toHaveText('Interview');
  const other = await people.seeker();
  await employer.page.goto('/employer/candidates');
  const rows = employer.page.getByRole('main').getByText(other.name);
  await expect(rows).toHaveCount(0);
  await talk(other, employer);
  await expect(rows).toHaveCount(1);
});

test('a posting is closed while somebody reads it', async ({ seeker, employer }) => {
  const { posting } = await talk(seeker, employer);
  await seeker.page.goto(`/jobs/${posting.slug}`);
  await expect(new Screen(seeker.page).heading).toHaveText(posting.title);
  await employer.page.request.post('/api/close_posting', { form: { id: posting.id } });
  await expect(seeker.page.getByRole('main')).toContainText('This job is closed');
});

test('what was refused is not sent again by itself, and is thrown away', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await new MessagesPage(employer.page).open(id);
  const mine = await new MessagesPage(seeker.page).open(id);
  await seeker.page.routeWebSocket(/\/live/, (socket) => {
    socket.send(JSON.stringify({ type: 'hello', seq: 0 }));
    socket.onMessage((text) => {
      const frame = JSON.parse(String(text));
      const error = { Refused: { Feature: { name: 'conversation-closed', number: 0 } } };
      if (frame.type === 'send') socket.send(JSON.stringify({ type: 'refused', id: frame.id, error }));
    });
  });
  await mine.open(id);
  await mine.composer.fill('Not wanted');
  await mine.composer.press('Enter');
  await expect(mine.message('Not wanted')).toContainText('Not sent');
  const again = new MessagesPage(await seeker.context.newPage());
  await again.open(id);
  await expect(again.presence).toHaveText(/Online|Last seen/);
  await expect(again.message('Not wanted')).toContainText('Not sent');
  await again.thread.getByRole('button', { name: 'Discard' }).click();
  await expect(again.texts).toHaveCount(0);
  await again.open(id);
  await expect(again.thread).toContainText('Nothing has been written yet.');
});
