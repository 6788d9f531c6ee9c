import { MessagesPage } from '../pages/messages';
import { Screen } from '../pages/screen';
import { say, talk } from '../support/conversations';
import { disguisedText, pdf, png } from '../support/files';
import { publish } from '../support/postings';
import { ready, scripted } from '../support/ready';
import { expect, fresh, test } from './fixtures';

test('an employer writes from the application, and the seeker answers from their own', async ({ seeker, employer }) => {
  const { posting, application } = await talk(seeker, employer);
  await employer.page.goto(`/employer/candidates/${application}`);
  await employer.page.getByRole('button', { name: 'Write a message' }).click();
  const theirs = new MessagesPage(employer.page);
  await expect(theirs.heading).toHaveText(seeker.name);
  await theirs.send('When can you come?\nTuesday is fine.');

  const mine = await new MessagesPage(seeker.page).open();
  await expect(mine.row(posting.title)).toContainText('When can you come? Tuesday is fine.');
  await expect(mine.row(posting.title)).toContainText('1 unread message');
  await mine.row(posting.title).getByRole('link').click();
  await expect(mine.heading).toHaveText(employer.company);
  await expect(mine.texts).toHaveText(['When can you come?\nTuesday is fine.']);
  await mine.send('Tuesday, then. See https://example.org/way?a=1.');
  const link = mine.thread.getByRole('link', { name: 'https://example.org/way?a=1' });
  await expect(link).toHaveAttribute('rel', /noopener noreferrer nofollow/);
  await theirs.open();
  await expect(theirs.row(posting.title)).toContainText('Tuesday, then.');
  await mine.open();
  await expect(mine.row(posting.title)).toContainText('You: Tuesday, then.');
});

test('a question before an application is a request', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  await seeker.page.goto(`/jobs/${posting.slug}`);
  await seeker.page.getByRole('link', { name: 'Ask a question' }).click();
  await ready(seeker.page);
  const mine = new MessagesPage(seeker.page);
  await mine.field('Message').fill('Is it remote?');
  await mine.main.getByRole('button', { name: 'Send question' }).click();
  await mine.expectDone('Your question is on its way.');
  await expect(mine.thread).toContainText('You can write more once the company has answered.');

  const theirs = await new MessagesPage(employer.page).open();
  await expect(theirs.row(posting.title)).toContainText('Request');
  await theirs.row(posting.title).getByRole('link').click();
  await theirs.thread.getByRole('button', { name: 'Decline' }).click();
  await expect(theirs.thread).toContainText('You have declined this question.');
});

test('files are attached, and read by both', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.send('Here they are', [pdf('plan.pdf', 'A plan'), png('tree.png', 20, 10)]);
  await expect(mine.thread.getByRole('link', { name: 'plan.pdf' })).toBeVisible();
  const theirs = await new MessagesPage(employer.page).open(id);
  const href = await theirs.thread.getByRole('link', { name: 'tree.png' }).getAttribute('href');
  const file = await employer.page.request.get(href ?? '');
  expect(file.headers()['content-type']).toBe('image/png');
  expect((await file.body()).equals(png('tree.png', 20, 10).buffer)).toBe(true);
});

test('what is no such file is refused, and what was typed stays', async ({ seeker, employer, troubles }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.composer.fill('Look at this');
  await mine.files.setInputFiles(disguisedText('cv.pdf'));
  await mine.thread.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(mine.thread.getByRole('alert')).toHaveText('File 1 is no PDF, PNG, JPEG or WebP file, or is damaged.');
  await expect(mine.composer).toHaveValue('Look at this');
  await expect(mine.texts).toHaveCount(0);
  troubles.take(/422/);
});

test('a picture of too many pixels is refused', async ({ seeker, employer, troubles }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.composer.fill('Look at this');
  await mine.files.setInputFiles(png('panorama.png', 6001, 1));
  await mine.thread.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(mine.thread.getByRole('alert')).toHaveText(
    /This picture is too large. Please choose one of at most 6,?000 pixels in width and height./,
  );
  await expect(mine.composer).toHaveValue('Look at this');
  await expect(mine.texts).toHaveCount(0);
  troubles.take(/422/);
});

test('one’s own message is edited and deleted', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await say(seeker, id, 'Helo');
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.message('Helo').getByRole('link', { name: 'Edit' }).click();
  await ready(seeker.page);
  await mine.composer.fill('Hello');
  await mine.main.getByRole('button', { name: 'Save' }).click();
  await expect(mine.message('Hello')).toContainText('edited');
  await mine.message('Hello').getByRole('link', { name: 'Edit' }).click();
  await ready(seeker.page);
  if (scripted()) {
    await mine.thread.getByRole('button', { name: 'Delete' }).click();
    await mine.thread.getByRole('button', { name: 'Delete this message' }).click();
  } else {
    await mine.confirm(mine.main, 'Delete', 'Delete this message');
  }
  await expect(mine.thread).toContainText('This message was deleted.');
  const theirs = await new MessagesPage(employer.page).open(id);
  await expect(theirs.thread).toContainText('This message was deleted.');
});

test('a conversation is blocked, unblocked and reported', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const mine = await new MessagesPage(seeker.page).open(id);
  await mine.more();
  await mine.confirm(mine.thread, 'Block', 'Block this conversation');
  await expect(mine.thread).toContainText('You have blocked this conversation.');
  const theirs = await new MessagesPage(employer.page).open(id);
  await expect(theirs.thread).toContainText('This conversation is blocked.');
  await expect(theirs.composer).toHaveCount(0);
  await mine.open(id);
  await mine.thread.getByRole('button', { name: 'Unblock' }).click();
  await expect(mine.composer).toBeVisible();
  await mine.open(id);
  await mine.more();
  await mine.thread.getByLabel('What is wrong?').fill('This was rude.');
  await mine.thread.getByRole('button', { name: 'Send the report' }).click();
  await mine.expectDone('Thank you. The operator will look at it.');
});

test('conversations are searched and sorted', async ({ seeker, employer }) => {
  const [first, second] = [await talk(seeker, employer), await talk(seeker, employer)];
  const word = fresh.word();
  await say(employer, first.id, `About ${word}`);
  await say(seeker, second.id, 'Later');
  const mine = await new MessagesPage(seeker.page).open();
  await expect(mine.rows).toContainText([second.posting.title, first.posting.title]);
  await mine.page.goto('/messages?show=unread_first');
  await expect(mine.rows).toContainText([first.posting.title, second.posting.title]);
  await mine.search.fill(word);
  await mine.search.press('Enter');
  await expect(mine.rows).toContainText([first.posting.title]);
  await expect(mine.rows).toHaveCount(1);
});

test('notifications lead to what they are about, and are read there', async ({ seeker, employer }) => {
  const { posting, id } = await talk(seeker, employer);
  await say(employer, id, 'Hello');
  await say(employer, id, 'Are you there?');
  const screen = new Screen(seeker.page);
  await seeker.page.goto('/notifications');
  await screen.expectUnread(1);
  await screen.main
    .getByRole('link', { name: `2 new messages from ${employer.company} about ${posting.title}` })
    .click();
  await expect(screen.heading).toHaveText(employer.company);
  await seeker.page.goto('/notifications');
  await screen.expectUnread(0);
});

test('one notification is read, and the list stays as it was narrowed', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await say(employer, id, 'Hello');
  const screen = new Screen(seeker.page);
  await seeker.page.goto('/notifications?kind=message');
  await screen.main.getByRole('button', { name: 'Mark as read' }).click();
  await expect(screen.main.locator('.notification--unread')).toHaveCount(0);
  await expect(screen.main.locator('.notification')).toHaveCount(1);
  await expect(seeker.page).toHaveURL(/\/notifications\?kind=message$/);
  await expect(screen.toast).toHaveCount(0);
});

test('older messages lead back to the newest', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  for (let n = 1; n <= 52; n++) await say(employer, id, `Line ${n}`);
  const mine = new MessagesPage(seeker.page);
  await seeker.page.goto(`/messages/${id}?before=3`);
  await expect(mine.texts).toHaveText(['Line 1', 'Line 2']);
  await expect(mine.composer).toHaveCount(0);
  await say(employer, id, 'Line 53');
  await mine.expectUnread(1);
  await mine.thread.getByRole('link', { name: 'Newest messages' }).click();
  await expect(mine.texts).toHaveCount(50);
  await expect(mine.message('Line 53')).toBeInViewport();
  await expect(mine.composer).toBeVisible();
});

test('where one left off is marked, and the day stands above', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  await say(employer, id, 'Seen');
  const mine = await new MessagesPage(seeker.page).open(id);
  await expect(mine.thread.locator('.thread__day')).toHaveText(/^\d+ \w+ \d{4}$/);
  await mine.page.goto('/jobs');
  await say(employer, id, 'New');
  await say(employer, id, 'Newer');
  await mine.open(id);
  const lines = mine.thread.locator('.thread__new, .bubble__text');
  await expect(lines).toHaveText(['Seen', 'New messages', 'New', 'Newer']);
});

test('a search stays beside the conversation that it has found', async ({ seeker, employer }) => {
  const [first] = [await talk(seeker, employer), await talk(seeker, employer)];
  const mine = await new MessagesPage(seeker.page).open();
  await expect(mine.rows).toHaveCount(2);
  await mine.search.fill(first.posting.title);
  await mine.search.press('Enter');
  await expect(mine.rows).toHaveCount(1);
  await mine.row(first.posting.title).getByRole('link').click();
  await expect(mine.thread).toContainText(`About ${first.posting.title}`);
  await expect(mine.rows).toHaveCount(1);
});

test('a kind of notification is switched off', async ({ seeker, employer }) => {
  const { id } = await talk(seeker, employer);
  const screen = new Screen(seeker.page);
  await seeker.page.goto('/settings/notifications');
  await screen.main.getByRole('group', { name: 'Tell me about' }).getByLabel('Messages').uncheck();
  await screen.main.getByRole('button', { name: 'Save' }).click();
  await screen.expectDone('Your settings are saved.');
  await say(employer, id, 'Hello');
  await seeker.page.goto('/notifications');
  await screen.expectUnread(0);
  await expect(screen.main).toContainText('Nothing new');
});
