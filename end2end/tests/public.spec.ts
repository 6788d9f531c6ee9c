import { JobPage } from '../pages/job';
import { send } from '../support/people';
import { publish } from '../support/postings';
import { expect, test } from './fixtures';

test('a page that is kept for everybody works as one that was made for oneself', async ({ page, people, employer }) => {
  const posting = await publish(employer);
  await new JobPage(page).open(posting.slug);
  const visitor = await people.visitor();
  const response = await visitor.goto(`/jobs/${posting.slug}?utm_source=mail`);
  expect(await response?.headerValue('cache-control')).toBe('no-cache');
  expect(await response?.headerValue('etag')).toMatch(/^W\/"[0-9a-f]{32}"$/);
  // Somebody else's change may have dropped it meanwhile: then it is compressed fast.
  expect(await response?.headerValue('content-encoding')).toMatch(/^(br|zstd)$/);
  expect(await response?.headerValue('content-security-policy')).toMatch(/script-src 'self' 'sha256-/);
  const job = new JobPage(visitor);
  await expect(job.heading).toHaveText(posting.title);
  await expect(job.apply).toHaveAttribute('href', `/jobs/${posting.slug}/apply`);
});

test('a change shows to everybody who loads the page again', async ({ page, employer }) => {
  const posting = await publish(employer);
  const job = await new JobPage(page).open(posting.slug);
  await expect(job.apply).toBeVisible();
  await send(employer.page, '/api/close_posting', { id: posting.id });
  await job.open(posting.slug);
  await expect(job.closed).toBeVisible();
  await expect(job.apply).toHaveCount(0);
});
