import { randomUUID } from 'node:crypto';
import { PostingEditor } from '../pages/posting-editor';
import { ProfilePage } from '../pages/profile';
import { converse } from '../support/conversations';
import { apply } from '../support/applications';
import { draft, publish } from '../support/postings';
import { expect, test } from './fixtures';

const nasty = [
  'See https://x.example/?id=5&region=de &lt;b&gt; &amp;lt;',
  '</textarea><meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<form action="/api/change_email" method="post"><button>Save</button></form>',
].join('\n\n');

test('a description stays what it is when it is opened and saved', async ({ employer, people }) => {
  const posting = await draft(employer, { description: nasty });
  const editor = await new PostingEditor(employer.page).open(posting.id);
  await expect(editor.description).toHaveValue(nasty);
  await editor.saveDraft();
  await editor.expectDone('The posting is saved.');
  const colleague = await people.again(employer);
  const theirs = await new PostingEditor(colleague.page).open(posting.id);
  await expect(theirs.description).toHaveValue(nasty);
  await expect(colleague.page.locator('meta[http-equiv], form[action="/api/change_email"]')).toHaveCount(0);
  await expect(theirs.heading).toBeVisible();
});

test('what comes back with an error is what was typed, empty first lines too', async ({
  seeker,
  troubles,
  scripted,
}) => {
  if (scripted) troubles.expectStatus(422);
  const profile = await new ProfilePage(seeker.page).open();
  const typed = `\n\n${nasty}`;
  await profile.about.fill(typed);
  await profile.phone.fill('call me');
  await profile.saveProfile();
  await profile.expectProblem(profile.phone, /phone number/);
  await expect(profile.about).toHaveValue(typed);
});

test('a message that is changed is the one that was sent', async ({ employer, seeker }) => {
  const application = await apply(seeker, await publish(employer));
  const conversation = await converse(seeker, application);
  const id = randomUUID();
  const sent = await seeker.page.request.post(`/messages/${conversation}/send`, {
    multipart: { id, text: nasty },
    headers: { accept: 'application/json' },
  });
  expect(sent.status()).toBe(200);
  await seeker.page.goto(`/messages/edit/${id}`);
  await expect(seeker.page.getByRole('main').getByRole('textbox')).toHaveValue(nasty);
});
