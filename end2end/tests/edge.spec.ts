import { ResumesPage } from '../pages/resumes';
import { Screen } from '../pages/screen';
import { pdf } from '../support/files';
import { expect, test } from './fixtures';

test('a function that is not there is a page, in the language of the browser', async ({ page, troubles }) => {
  troubles.expectStatus(404);
  const response = await page.goto('/api/nothing');
  expect(response?.status()).toBe(404);
  expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here');
  await page.getByRole('link', { name: 'See open jobs' }).click();
  await expect(page).toHaveURL(/\/jobs$/);
});

test('a resume is shown in our page, and saved where it would be a page of its own', async ({ seeker }) => {
  const { page } = seeker;
  const resumes = await new ResumesPage(page).open();
  await resumes.upload(pdf('Ada Abel.pdf', 'Ada Abel'));
  const framed = page.waitForResponse((response) => /\/resumes\/[^/]+\/file$/.test(response.url()));
  await resumes.row('Ada Abel').getByRole('link', { name: 'Ada Abel' }).click();
  const response = await framed;
  expect(response.headers()['content-disposition']).toMatch(/^inline/);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    // What is saved leads to no page.
    page.goto(response.url()).catch(() => null),
  ]);
  expect(download.suggestedFilename()).toBe('Ada Abel.pdf');
});

test('whoever is not logged in any more is sent to the login, however large the file is', async ({
  seeker,
  troubles,
  scripted,
}) => {
  troubles.expectStatus(401);
  const { page } = seeker;
  const resumes = await new ResumesPage(page).open();
  await page.context().clearCookies();
  await resumes.choose(pdf('large.pdf', 'x', 9 * 1024 * 1024));
  if (scripted) await expect(resumes.main).toContainText('Please log in first.');
  else await expect(page.getByRole('heading', { level: 1 })).toHaveText('Log in');
  // The socket of the page may have tried again without a session.
  troubles.take(/WebSocket connection to .* failed: HTTP Authentication failed/);
});

test('a logout takes away what the browser keeps of pages', async ({ seeker }) => {
  const { page } = seeker;
  await page.goto('/settings');
  const told = page.waitForResponse((response) => response.url().includes('/api/logout'));
  await new Screen(page).logout();
  expect(await (await told).headerValue('clear-site-data')).toBe('"cache"');
});
