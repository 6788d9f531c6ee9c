import { ApplyPage } from '../pages/apply';
import { LoginPage } from '../pages/login';
import { PostingEditor } from '../pages/posting-editor';
import { RegisterPage } from '../pages/register';
import { Screen } from '../pages/screen';
import { SettingsPage } from '../pages/settings';
import { pdf } from '../support/files';
import { newPosting, publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

test.describe('what is not there', () => {
  const nowhere = ['/nothing-here', '/jobs/no-such-posting-0000', '/companies/no-such-company-0000'];

  for (const path of nowhere) {
    test(`${path} says so, with a way on`, async ({ page, troubles }) => {
      troubles.expectStatus(404);
      const response = await page.goto(path);
      expect(response?.status()).toBe(404);
      const screen = new Screen(page);
      await screen.expectNotFound();
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
      await page.getByRole('link', { name: 'See open jobs' }).click();
      await expect(page).toHaveURL(/\/jobs$/);
    });
  }
});

test.describe('who is not logged in is sent to the login', () => {
  const private_ = [
    '/settings',
    '/profile',
    '/resumes',
    '/applications',
    '/jobs/for-me',
    '/employer',
    '/employer/postings',
    '/employer/postings/new',
    '/employer/candidates',
    '/employer/company',
  ];
  for (const path of private_) {
    test(path, async ({ page }) => {
      await page.goto(path);
      await expect(page).toHaveURL(`/login?next=${encodeURIComponent(path)}`);
    });
  }
});

test.describe('what is no page of one’s role or one’s own', () => {
  const missing = '00000000-0000-7000-8000-000000000000';

  test('is not there for a seeker', async ({ seeker, troubles }) => {
    troubles.expectStatus(403, 404);
    for (const path of [`/applications/${missing}`, '/applications/nonsense', `/resumes/${missing}`, '/resumes/1']) {
      expect((await seeker.page.goto(path))?.status(), path).toBe(404);
      await new Screen(seeker.page).expectNotFound();
    }
    for (const path of ['/employer', '/employer/postings', `/employer/candidates/${missing}`]) {
      expect((await seeker.page.goto(path))?.status(), path).toBe(403);
      await expect(new Screen(seeker.page).main).toContainText('Your account cannot do this.');
    }
  });

  test('is not there for an employer', async ({ employer, troubles }) => {
    troubles.expectStatus(403, 404);
    for (const path of [`/employer/postings/${missing}`, '/employer/postings/x', `/employer/candidates/${missing}`]) {
      expect((await employer.page.goto(path))?.status(), path).toBe(404);
      await new Screen(employer.page).expectNotFound();
    }
    for (const path of ['/resumes', '/applications', '/profile', '/jobs/for-me']) {
      expect((await employer.page.goto(path))?.status(), path).toBe(403);
      await expect(new Screen(employer.page).main).toContainText('Your account cannot do this.');
    }
  });
});

test('a posting that was closed while somebody wrote takes nothing, and says so', async ({
  seeker,
  employer,
  troubles,
  scripted,
}) => {
  if (scripted) troubles.expectStatus(409);
  const posting = await publish(employer);
  const form = await new ApplyPage(seeker.page).open(posting.slug);
  await employer.page.request.post('/api/close_posting', { form: { id: posting.id } });
  await form.upload(pdf('resume.pdf', 'x'));
  await form.letter.fill('Words that took an hour.');
  await form.send();
  await expect(form.main).toContainText('This posting takes no applications any more');
});

test('a description that is too long is refused and still there', async ({ employer, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const long = 'Bäume '.repeat(3400).trim();
  const editor = await new PostingEditor(employer.page).open();
  await editor.fill({ ...newPosting(), description: long, pay_min: 'much' });
  await editor.publish();
  await editor.expectProblem(editor.description, /at most 20,?000 characters/);
  await editor.expectProblem(editor.payMin, /We cannot read this: “m”/);
  await expect(editor.description).toHaveValue(long);
});

test('a form that is larger than any should be is refused', async ({ seeker }) => {
  const body = 'x'.repeat(300 * 1024);
  const answer = await seeker.page.request.post('/api/save_profile', { form: { about: body } });
  expect(answer.status()).toBe(413);
});

test('a wrong method is refused', async ({ page }) => {
  expect((await page.request.delete('/jobs')).status()).toBe(405);
  expect((await page.request.post('/healthz')).status()).toBe(405);
});

test('an input that is too long is refused and still there', async ({ page }) => {
  const register = await new RegisterPage(page).open();
  const long = 'Adä '.repeat(40).trim();
  await register.register({ name: long, email: fresh.email(), password: 'x'.repeat(129) });
  await register.expectProblem(register.name, /at most 120 characters/);
  await register.expectProblem(register.password, /at most 128 characters/);
  await expect(register.name).toHaveValue(long);
});

test('spaces are no name', async ({ seeker }) => {
  const settings = await new SettingsPage(seeker.page).open();
  await settings.name.fill('   ');
  await settings.save();
  await settings.expectProblem(settings.name, /Please fill this in/);
});

test('markup is only text', async ({ seeker }) => {
  const settings = await new SettingsPage(seeker.page).open();
  const name = '<img src=x onerror=alert(1)> & “Ünïcødé” 👩‍💻';
  await settings.name.fill(name);
  await settings.save();
  await settings.expectDone('Your details are saved.');
  await expect(settings.name).toHaveValue(name);
  await expect(settings.accountMenu).toContainText(name);
});

test('going back after a logout shows nothing private', async ({ seeker }) => {
  const { page } = seeker;
  const settings = await new SettingsPage(page).open();
  await settings.logout();
  await page.goBack();
  await expect(page).toHaveURL(/\/login\?next=/);
  await expect(new LoginPage(page).email).toHaveValue('');
});

test('a request forged by another site is refused', async ({ seeker }) => {
  const answer = await seeker.page.request.post('/api/save_account', {
    form: { name: 'Mallory', email: fresh.email() },
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status()).toBe(403);
  const settings = await new SettingsPage(seeker.page).open();
  await expect(settings.name).toHaveValue(seeker.name);
});
