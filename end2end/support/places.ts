import { apply } from './applications';
import { converse, say } from './conversations';
import { draft, publish } from './postings';
import type { Person } from './people';

/** Pages that need nothing but their reader, for what must hold on every page. */
export const places = {
  visitor: [
    '/',
    '/jobs',
    '/jobs?q=zzzzunfindable',
    '/companies',
    '/login',
    '/register',
    '/register?role=employer',
    '/invitation/unknown',
    '/forgot',
    '/guest',
    '/guest?sent',
    '/guest/unknown',
    '/reset?token=unknown',
    '/confirm?token=unknown',
    '/login/code',
    '/setup?token=unknown',
    '/join?token=unknown',
    '/unsubscribe?token=unknown&kind=applied',
  ],
  seeker: [
    '/',
    '/jobs',
    '/jobs/for-me',
    '/profile',
    '/resumes',
    '/applications',
    '/messages',
    '/notifications',
    '/settings',
    '/settings/notifications',
    '/settings/security',
    '/settings/security/app',
    '/settings/security/codes',
    '/settings/security/passkey',
  ],
  employer: [
    '/employer',
    '/employer/postings',
    '/employer/postings/new',
    '/employer/candidates',
    '/employer/candidates/new',
    '/employer/company',
    '/employer/team',
    '/switch',
    '/messages',
    '/notifications',
    '/settings',
    '/settings/notifications',
  ],
};

/** A posting that somebody applied for, and the pages that come with it. `text` stands wherever one can write. */
export async function busyPlaces(employer: Person, seeker: Person, text = 'Old trees') {
  const open = await publish(employer, { title: text, skills: text });
  const unsent = await publish(employer);
  const closed = await publish(employer);
  await employer.page.request.post('/api/close_posting', { form: { id: closed.id } });
  const unfinished = await draft(employer, { title: text });
  const wishes = { titles: text, places: '', least_pay: '', currency: 'EUR' };
  await seeker.page.request.post('/api/save_preferences', { form: wishes });
  const application = await apply(seeker, open);
  const talk = await converse(seeker, application);
  await say(seeker, talk, text);
  await say(employer, talk, text);
  const resumes = await (await seeker.page.request.get('/resumes')).text();
  const resume = /href="(\/resumes\/[0-9a-f-]{36})"/.exec(resumes)?.[1] ?? '';
  const company = await (await seeker.page.request.get(`/jobs/${open.slug}`)).text();
  return {
    visitor: [
      `/jobs?q=${encodeURIComponent(text)}&workplace=hybrid&pay=40000&posted=7`,
      `/jobs/${open.slug}`,
      `/jobs/${closed.slug}`,
      `/jobs/${open.slug}/apply`,
      `/jobs/${closed.slug}/apply`,
      /href="(\/companies\/[^"]+)"/.exec(company)?.[1] ?? '',
    ],
    seeker: [
      `/jobs/${unsent.slug}/apply`,
      `/jobs/${open.slug}/apply`,
      '/jobs/for-me',
      '/applications',
      `/applications/${application}`,
      `/messages/${talk}`,
      `/jobs/${closed.slug}/ask`,
      '/resumes',
      resume,
    ],
    employer: [
      '/employer',
      '/employer/postings',
      `/employer/postings/${open.id}`,
      `/employer/postings/${unfinished.id}/preview`,
      '/employer/candidates',
      `/employer/candidates/${application}`,
      `/messages/${talk}`,
      '/notifications',
    ],
  };
}
