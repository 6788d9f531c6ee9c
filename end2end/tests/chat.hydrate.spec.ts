import { MessagesPage } from '../pages/messages';
import { ask, say, talk } from '../support/conversations';
import { openPage } from '../support/people';
import { publish } from '../support/postings';
import { expect, test } from './fixtures';
import type { Locator } from '@playwright/test';

/** Presses Enter as browsers tell it that an input method takes. */
async function confirmInput(composer: Locator, init: { isComposing?: boolean; keyCode?: number }): Promise<boolean> {
  return composer.evaluate((field, init: { isComposing?: boolean; keyCode?: number }) => {
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true, ...init });
    return field.dispatchEvent(event);
  }, init);
}

test('Enter that confirms an input method’s words does not send', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.composer.fill('にほんご');
  for (const init of [{ isComposing: true }, { isComposing: true, keyCode: 229 }, { keyCode: 229 }]) {
    expect(await confirmInput(mine.composer, init), 'is left to the browser').toBe(true);
    await expect(mine.composer).toHaveValue('にほんご');
  }
  await mine.composer.press('Enter');
  await expect(mine.texts).toHaveText(['にほんご']);
});

test('on a touch keyboard Enter begins a line', async ({ seeker, employer, people }) => {
  const { id } = await talk(seeker, employer);
  const phone = await people.again(seeker, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const mine = await new MessagesPage(phone.page).open(id);
  await expect(mine.thread.getByText('Enter sends')).toBeHidden();
  await mine.composer.pressSequentially('one');
  await mine.composer.press('Enter');
  await mine.composer.pressSequentially('two');
  await expect(mine.composer).toHaveValue('one\ntwo');
  await mine.thread.getByRole('button', { name: 'Send', exact: true }).tap();
  await expect(mine.texts).toHaveText(['one\ntwo']);
  await mine.composer.pressSequentially('three');
  await mine.composer.press('Control+Enter');
  await expect(mine.texts).toHaveText(['one\ntwo', 'three']);
});

test('above a phone’s keyboard the newest messages stay in view', async ({ seeker, employer, people }) => {
  const { id } = await talk(seeker, employer);
  for (let n = 1; n <= 30; n++) await say(employer, id, `Line ${n}`);
  const phone = await people.again(seeker, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
  const mine = await new MessagesPage(phone.page).open(id);
  await expect(phone.page.locator('meta[name=viewport]')).toHaveAttribute(
    'content',
    /interactive-widget=resizes-content/,
  );
  await mine.composer.tap();
  for (const height of [500, 400, 320]) {
    await phone.page.setViewportSize({ width: 390, height });
    // Below it the list leaves some room.
    await expect(mine.message('Line 30')).toBeInViewport({ ratio: 0.7 });
    await expect(mine.composer).toBeInViewport({ ratio: 0.9 });
  }
  await phone.page.setViewportSize({ width: 390, height: 844 });
  await expect(mine.message('Line 30')).toBeInViewport({ ratio: 0.9 });
});

test('who reads further up stays there as messages come', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  for (let n = 1; n <= 30; n++) await say(employer, id, `Line ${n}`);
  const mine = await new MessagesPage(seeker.page).open(id);
  const read = mine.thread.getByText('Line 12', { exact: true });
  await read.scrollIntoViewIfNeeded();
  const before = await read.boundingBox();
  await say(employer, id, 'Far\nbelow\nthem');
  await expect(mine.texts.last()).toHaveText('Far\nbelow\nthem');
  expect(Math.abs(((await read.boundingBox())?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(3);
});

test('two tabs keep a draft each, and what one sent leaves the other', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const one = await new MessagesPage(seeker.page).open(id);
  const two = await new MessagesPage(await openPage(seeker.context)).open(id);
  await one.composer.fill('In the first tab');
  await two.composer.fill('In the second');
  for (const [tab, text] of [
    [one, 'In the first tab'],
    [two, 'In the second'],
  ] as const) {
    await tab.open(id);
    await expect(tab.composer).toHaveValue(text);
  }
  await two.composer.press('Enter');
  await expect(two.composer).toHaveValue('');
  await expect(one.composer).toHaveValue('In the first tab');
  await two.open(id);
  await expect(two.composer).toHaveValue('');
  await one.open(id);
  await expect(one.composer).toHaveValue('In the first tab');

  // A tab that begins with the other's draft.
  const three = await new MessagesPage(await openPage(seeker.context)).open(id);
  await expect(three.composer).toHaveValue('In the first tab');
  await three.composer.press('Enter');
  await expect(one.texts).toHaveText(['In the second', 'In the first tab']);
  await expect(one.composer).toHaveValue('');
  await one.open(id);
  await expect(one.composer).toHaveValue('');
  const four = await new MessagesPage(await openPage(seeker.context)).open(id);
  await expect(four.composer).toHaveValue('');
});

test('an edit goes on after a reload', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await say(seeker, id, 'Helo');
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.composer.fill('A draft');
  await mine.message('Helo').getByRole('link', { name: 'Edit' }).click();
  await mine.composer.fill('Hello, changed');
  await mine.open(id);
  await expect(mine.composer).toHaveValue('Hello, changed');
  await mine.thread.getByRole('button', { name: 'Save' }).click();
  await expect(mine.texts).toHaveText(['Hello, changed']);
  await expect(mine.composer).toHaveValue('A draft');
  await mine.open(id);
  await expect(mine.composer).toHaveValue('A draft');
  await expect(mine.thread.getByRole('button', { name: 'Save' })).toHaveCount(0);
});

test('the focus goes to what is next', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await say(seeker, id, 'To be deleted');
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.message('To be deleted').getByRole('link', { name: 'Edit' }).click();
  await mine.thread.getByRole('button', { name: 'Delete' }).press('Enter');
  const confirm = mine.thread.getByRole('button', { name: 'Delete this message' });
  await expect(confirm).toBeFocused();
  await confirm.press('Enter');
  await expect(mine.thread).toContainText('This message was deleted.');
  await expect(mine.composer).toBeFocused();

  const asked = await ask(seeker, await publish(employer), 'Is it remote?');
  const theirs = await new MessagesPage(employer.page).open(asked);
  await theirs.thread.getByRole('button', { name: 'Accept' }).press('Enter');
  await expect(theirs.composer).toBeFocused();
});

test('after one notification is read the next one has the focus', async ({ seeker, employer }) => {
  const talks = [await talk(seeker, employer), await talk(seeker, employer), await talk(seeker, employer)];
  for (const { id } of talks) await say(employer, id, 'Hello');
  await seeker.page.goto('/notifications');
  const main = seeker.page.getByRole('main');
  const marks = main.getByRole('button', { name: 'Mark as read' });
  await expect(marks).toHaveCount(3);
  await marks.first().focus();
  for (const left of [2, 1, 0]) {
    await expect(marks.first()).toBeFocused();
    // The list is made anew by what it is told, too: maybe just as one presses.
    await expect(async () => {
      await seeker.page.keyboard.press('Enter');
      await expect(marks).toHaveCount(left, { timeout: 2_000 });
    }).toPass();
  }
  await expect(main.locator(':focus')).toHaveCount(1);
});
