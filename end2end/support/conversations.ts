import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { apply } from './applications';
import { pdf, type Upload } from './files';
import { publish, type Posting } from './postings';
import { send, type Person } from './people';

/** Opens the conversation about an application without the detour through the pages; gives its id. */
export async function converse(person: Person, application: string): Promise<string> {
  const answer = await person.page.request.post('/api/open_conversation', {
    form: { application },
    headers: { accept: 'text/html' },
    maxRedirects: 0,
  });
  const location = answer.headers().location ?? '';
  expect(location, await answer.text()).toMatch(/^\/messages\/[0-9a-f-]{36}#end$/);
  return location.replace('/messages/', '').replace('#end', '');
}

/** Asks a company about a posting; gives the id of the conversation. */
export async function ask(person: Person, posting: Posting, text: string): Promise<string> {
  const location = await send(person.page, '/api/ask_company', { slug: posting.slug, id: randomUUID(), text });
  expect(location).toMatch(/^\/messages\/[0-9a-f-]{36}\?/);
  return location.slice('/messages/'.length, '/messages/'.length + 36);
}

/** Sends a message by the form that a page without JavaScript has. */
export async function say(person: Person, conversation: string, text: string, files?: Upload): Promise<void> {
  const answer = await person.page.request.post(`/messages/${conversation}/send`, {
    multipart: { id: randomUUID(), text, ...(files ? { files } : {}) },
    headers: { accept: 'application/json' },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

/** A posting, an application for it, and the conversation about that. */
export async function talk(
  seeker: Person,
  employer: Person,
): Promise<{ posting: Posting; application: string; id: string }> {
  const posting = await publish(employer);
  const application = await apply(seeker, posting, pdf('resume.pdf', seeker.name));
  return { posting, application, id: await converse(seeker, application) };
}
