import { readFileSync } from 'node:fs';
import { ApplicationPage, ApplicationsPage } from '../pages/applications';
import { ApplyPage } from '../pages/apply';
import { CandidatePage, CandidatesPage } from '../pages/candidates';
import { JobPage } from '../pages/job';
import { JobsPage } from '../pages/jobs';
import { PostingEditor } from '../pages/posting-editor';
import { RegisterPage } from '../pages/register';
import { ResumesPage } from '../pages/resumes';
import { apply } from '../support/applications';
import { disguisedText, pdf } from '../support/files';
import { openPage } from '../support/people';
import { newPosting, publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

test('the main road: from an empty account to an application in the employer’s hands', async ({ people }) => {
  test.slow();
  const [firm, home] = [await people.visitor(), await people.visitor()];
  const [boss, ada] = ['Hanna Holt', 'Ada Abel'];
  const company = fresh.company();
  const posting = newPosting();

  await test.step('an employer registers, writes a posting and publishes it', async () => {
    const register = await new RegisterPage(firm).open();
    await register.register({ name: boss, email: fresh.email(boss), password: fresh.password(), company });
    await register.expectDone('Welcome to Jobi!');
    const editor = await new PostingEditor(firm).open();
    await editor.fill(posting);
    await editor.publish();
    await editor.expectDone('The posting is published.');
  });

  await test.step('a seeker finds it and is asked to sign up on the way', async () => {
    const jobs = await new JobsPage(home).open();
    await jobs.search(posting.title);
    await jobs.titles.first().click();
    const job = new JobPage(home);
    await expect(job.heading).toHaveText(posting.title);
    await job.apply.click();
    await expect(home).toHaveURL(/\/apply$/);
    await job.main.getByRole('link', { name: 'Log in' }).click();
    await expect(home).toHaveURL(/\/login\?next=/);
    await home.getByRole('link', { name: 'Create an account' }).click();
    await new RegisterPage(home).register({ name: ada, email: fresh.email(ada), password: fresh.password() });
    await expect(home).toHaveURL(/\/apply(\?|$)/);
  });

  const file = pdf('Ada Abel.pdf', 'Ada Abel, arborist');
  const sent = new ApplicationPage(home);
  await test.step('and applies with a resume', async () => {
    const form = new ApplyPage(home);
    await expect(form.name).toHaveValue(ada);
    await form.upload(file);
    await form.letter.fill('I have looked after old trees for ten years.\n\nAnd after young ones.');
    await form.phone.fill('+49 341 123456');
    await form.succeed();
    await expect(sent.heading).toHaveText(posting.title);
    await expect(sent.stage).toHaveText('Received');
    await expect(sent.contents).toContainText('I have looked after old trees');
    await expect(sent.fact('Resume')).toContainText('Ada Abel');
  });

  const candidates = new CandidatesPage(firm);
  const candidate = new CandidatePage(firm);
  await test.step('the employer reads it', async () => {
    await candidates.open();
    await expect(candidates.row(ada)).toContainText('New');
    await expect(candidates.row(ada)).toContainText(posting.title);
    const viewed = firm.waitForResponse((response) => /\/resumes\/[^/]+\/file/.test(response.url()));
    await candidates.row(ada).getByRole('link', { name: ada }).click();
    await expect(candidate.heading).toHaveText(ada);
    await expect(candidate.letter).toContainText('I have looked after old trees for ten years.');
    await expect(candidate.fact('Phone')).toHaveText('+49 341 123456');
    await expect(candidate.frame).toBeVisible();
    expect((await viewed).status()).toBe(200);
    const [download] = await Promise.all([firm.waitForEvent('download'), candidate.download.click()]);
    expect(readFileSync(await download.path()).equals(file.buffer)).toBe(true);
  });

  await test.step('and moves it on', async () => {
    await candidate.move('In review');
    await candidate.expectDone('The stage is changed.');
    await expect(candidate.stage).toHaveText('In review');
    await candidate.move('Interview');
    await expect(candidate.stage).toHaveText('Interview');
    await expect(candidate.history).toContainText(['Received', `In review, by ${boss}`, `Interview, by ${boss}`]);
    await candidates.open();
    await expect(candidates.row(ada)).not.toContainText('New');
  });

  await test.step('the seeker sees where it stands, and withdraws', async () => {
    const applications = await new ApplicationsPage(home).open();
    await expect(applications.row(posting.title)).toContainText('Interview');
    await applications.row(posting.title).getByRole('link').click();
    await expect(sent.stage).toHaveText('Interview');
    await expect(sent.history).toHaveText([/Received$/, /In review$/, /Interview$/]);
    await expect(sent.history.first().locator('time').first()).toHaveAttribute('title', /UTC$/);
    await sent.withdraw();
    await sent.expectDone('Your application is withdrawn.');
    await expect(sent.stage).toHaveText('Withdrawn');
    await expect(sent.history).toHaveCount(4);
  });

  await test.step('the employer learns of that, and can read the resume no more', async () => {
    const path = await candidate.page.request.get(candidate.page.url());
    expect(path.status()).toBe(200);
    await candidates.open();
    await expect(candidates.row(ada)).toContainText('Withdrawn');
    await candidates.row(ada).getByRole('link', { name: ada }).click();
    await expect(candidate.main).toContainText('This application was withdrawn');
    await expect(candidate.moveTo).toHaveCount(0);
    await expect(candidate.frame).toHaveCount(0);
  });
});

test('a resume that is there already is chosen', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  const resumes = await new ResumesPage(seeker.page).open();
  await resumes.upload(pdf('short.pdf', 'short'));
  await resumes.upload(pdf('long.pdf', 'long'));
  const form = await new ApplyPage(seeker.page).open(posting.slug);
  await expect(form.resume('short')).toBeChecked();
  await form.resume('long').check();
  await form.succeed();
  await expect(new ApplicationPage(seeker.page).fact('Resume')).toHaveText('long');
});

test('what is wrong is said, and nothing that was typed is lost', async ({ seeker, employer, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const posting = await publish(employer);
  const form = await new ApplyPage(seeker.page).open(posting.slug);
  await form.letter.fill('Ten years in old trees.');
  await form.email.fill('nowhere');
  await form.send();
  await form.expectProblem(form.file, /Please choose a file/);
  await form.expectProblem(form.email, /Please enter an e-mail address/);
  await expect(form.letter).toHaveValue('Ten years in old trees.');
  await form.email.fill('ada@trees.example');
  await form.upload(disguisedText('resume.pdf'));
  await form.send();
  await form.expectProblem(form.file, /This is not a PDF/);
  await expect(form.letter).toHaveValue('Ten years in old trees.');
  await expect(form.email).toHaveValue('ada@trees.example');
  await form.upload(pdf('resume.pdf', 'x'));
  await form.succeed();
  await expect(new ApplicationPage(seeker.page).contents).toContainText('Ten years in old trees.');
});

test('once per job, in two tabs too', async ({ seeker, employer, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(409);
  const posting = await publish(employer);
  const first = await new ApplyPage(seeker.page).open(posting.slug);
  const second = await new ApplyPage(await openPage(seeker.context)).open(posting.slug);
  for (const form of [first, second]) await form.upload(pdf('resume.pdf', 'x'));
  await first.succeed();
  await second.send();
  await expect(second.main).toContainText(/You have applied for this job/);
  const applications = await new ApplicationsPage(seeker.page).open();
  await expect(applications.rows).toHaveCount(1);
  await second.open(posting.slug);
  await second.main.getByRole('link', { name: 'See your application' }).click();
  await expect(new ApplicationPage(second.page).stage).toHaveText('Received');
});

test('fifty at the same instant are one', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  const resumes = await new ResumesPage(seeker.page).open();
  await resumes.upload(pdf('resume.pdf', 'x'));
  const form = await new ApplyPage(seeker.page).open(posting.slug);
  const resume = (await form.resume('resume').getAttribute('value')) ?? '';
  const multipart = { resume, name: 'Ada', email: 'ada@trees.example', phone: '', letter: '' };
  const headers = { accept: 'application/json' };
  const send = () => seeker.page.request.post(`/jobs/${posting.slug}/apply`, { multipart, headers });
  const answers = await Promise.all(Array.from({ length: 50 }, send));
  const statuses = answers.map((answer) => answer.status());
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(49);
  const applications = await new ApplicationsPage(seeker.page).open();
  await expect(applications.rows).toHaveCount(1);
});

test('contact details come from the profile', async ({ seeker, employer }) => {
  const posting = await publish(employer);
  const saved = { headline: '', place: '', phone: '+49 341 123456', about: '', skills: '', links: '' };
  await seeker.page.request.post('/api/save_profile', { form: saved });
  const form = await new ApplyPage(seeker.page).open(posting.slug);
  await expect(form.name).toHaveValue(seeker.name);
  await expect(form.email).toHaveValue(seeker.email);
  await expect(form.phone).toHaveValue('+49 341 123456');
});

test('an employer is told why they cannot apply', async ({ employer, troubles }) => {
  const posting = await publish(employer);
  troubles.expectStatus(403);
  const response = await employer.page.goto(`/jobs/${posting.slug}/apply`);
  expect(response?.status()).toBe(403);
  await expect(new ApplyPage(employer.page).main).toContainText('Your account is for hiring');
});

test('candidates are told apart by posting, stage and age', async ({ employer, people }) => {
  const [trees, roses] = [await publish(employer), await publish(employer)];
  const [ada, bruno, carla] = [await people.seeker(), await people.seeker(), await people.seeker()];
  for (const [i, one] of [ada, bruno, carla].entries()) one.name = `${['Ada', 'Bruno', 'Carla'][i]} ${fresh.word()}`;
  await apply(ada, trees);
  await apply(bruno, trees);
  await apply(carla, roses);

  const candidates = await new CandidatesPage(employer.page).open();
  await expect(candidates.names).toHaveText([carla.name, bruno.name, ada.name]);
  await candidates.order.selectOption('Oldest first');
  await candidates.posting.selectOption(trees.title);
  await candidates.show();
  await expect(candidates.names).toHaveText([ada.name, bruno.name]);

  await candidates.row(ada.name).getByRole('link', { name: ada.name }).click();
  const candidate = new CandidatePage(employer.page);
  await candidate.move('Rejected');
  await expect(candidate.stage).toHaveText('Rejected');
  await candidates.open();
  await expect(candidates.stage('Rejected')).toContainText('1');
  await expect(candidates.stage('Received')).toContainText('2');
  await candidates.stage('Rejected').click();
  await expect(candidates.names).toHaveText([ada.name]);
  await candidates.stage('Hired').click();
  await expect(candidates.main).toContainText('No application here');
});

test('a deleted account leaves what happened, without the person', async ({ employer, seeker }) => {
  const id = await apply(seeker, await publish(employer));
  const candidate = new CandidatePage(employer.page);
  await employer.page.goto(`/employer/candidates/${id}`);
  await candidate.move('Interview');
  await expect(candidate.stage).toHaveText('Interview');
  const form = { delete_password: seeker.password };
  expect((await seeker.page.request.post('/api/delete_account', { form })).ok()).toBe(true);
  await employer.page.goto(`/employer/candidates/${id}`);
  await expect(candidate.heading).toHaveText('Deleted account');
  await expect(candidate.stage).toHaveText('Withdrawn');
  await expect(candidate.history).toHaveCount(3);
  await expect(candidate.main).not.toContainText(seeker.name);
  await expect(candidate.main).not.toContainText('Trees are my life.');
  await expect(candidate.frame).toHaveCount(0);
  const candidates = await new CandidatesPage(employer.page).open();
  await expect(candidates.stage('Withdrawn')).toContainText('1');
});

test('another company sees nothing of it', async ({ employer, seeker, people, troubles }) => {
  const posting = await publish(employer);
  await apply(seeker, posting);
  const candidates = await new CandidatesPage(employer.page).open();
  await candidates.names.first().click();
  const candidate = new CandidatePage(employer.page);
  await expect(candidate.heading).toHaveText(seeker.name);
  const file = (await candidate.frame.getAttribute('src')) ?? '';
  expect((await employer.page.request.get(file)).status()).toBe(200);

  const rival = await people.employer();
  troubles.expectStatus(404);
  expect((await rival.page.request.get(file)).status()).toBe(404);
  await rival.page.goto(new URL(employer.page.url()).pathname);
  await new CandidatePage(rival.page).expectNotFound();
  await expect((await new CandidatesPage(rival.page).open()).rows).toHaveCount(0);
});
