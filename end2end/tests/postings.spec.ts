import { CandidatesPage } from '../pages/candidates';
import { EmployerPage, EmployerPostings } from '../pages/employer-postings';
import { ApplyPage } from '../pages/apply';
import { JobPage } from '../pages/job';
import { JobsPage } from '../pages/jobs';
import { PostingEditor } from '../pages/posting-editor';
import { apply } from '../support/applications';
import { draft, newPosting, publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

test('from a draft that nobody sees to a posting that everybody does', async ({ employer, page, troubles }) => {
  const posting = newPosting();
  const editor = await new PostingEditor(employer.page).open();
  await editor.fill({ title: posting.title });
  await editor.saveDraft();
  await editor.expectDone('The posting is saved.');
  await expect(editor.heading).toHaveText(posting.title);
  await expect(editor.fact('State')).toHaveText('Draft');
  const jobs = await new JobsPage(page).open(`?q=${encodeURIComponent(posting.title)}`);
  await expect(jobs.count).toHaveText('No open jobs');

  const { title: _, ...rest } = posting;
  await editor.fill(rest);
  await editor.saveDraft();
  await expect(editor.fact('State')).toHaveText('Draft');
  await editor.expectDone('The posting is saved.');
  await editor.openPreview();
  await expect(editor.heading).toHaveText(posting.title);
  await expect(editor.main).toContainText('Only your company can see this page.');
  await expect(editor.main).toContainText('41,000–52,000 € a year');
  await expect(editor.main.locator('strong')).toHaveText('old trees');
  const preview = new URL(employer.page.url()).pathname;

  await editor.button('Publish').click();
  await editor.expectDone('The posting is published.');
  await expect(editor.fact('State')).toHaveText('Open');
  await jobs.open(`?q=${encodeURIComponent(posting.title)}`);
  await expect(jobs.titles).toHaveText([posting.title]);
  await editor.main.getByRole('link', { name: 'Public page' }).click();
  await expect(new JobPage(employer.page).fact('Workplace')).toHaveText('Hybrid');

  troubles.expectStatus(404);
  await page.goto(preview);
  await expect(page).toHaveURL(/\/login\?next=/);
});

test('pay is needed to publish, not to save', async ({ employer, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const posting = newPosting({ pay_min: '', pay_max: '' });
  const editor = await new PostingEditor(employer.page).open();
  await editor.fill(posting);
  await editor.publish();
  await editor.expectProblem(editor.payMin, /Please give a pay range/);
  await expect(editor.title).toHaveValue(posting.title);
  await expect(editor.description).toHaveValue(posting.description);
  await expect(editor.country).toHaveValue('DE');
  await expect(editor.workplace).toHaveValue('hybrid');
  await editor.saveDraft();
  await editor.expectDone('The posting is saved.');
  await editor.fill({ pay_min: '52000', pay_max: '41000' });
  await editor.publish();
  await editor.expectProblem(editor.payMax, /the upper end is below the lower end/);
  await editor.fill({ pay_max: '61000' });
  await editor.publish();
  await editor.expectDone('The posting is published.');
});

test('an edit shows to everybody at once', async ({ employer, page, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const posting = await publish(employer);
  const editor = await new PostingEditor(employer.page).open(posting.id);
  await expect(editor.description).toHaveValue(posting.description);
  await editor.fill({ title: '', description: 'You look after **young** trees.' });
  await editor.save();
  await editor.expectProblem(editor.title, /Please fill this in/);
  await expect(editor.description).toHaveValue('You look after **young** trees.');
  const title = `Nursery gardener ${fresh.word()}`;
  await editor.fill({ title });
  await editor.save();
  await editor.expectDone('The posting is saved.');
  const job = await new JobPage(page).open(posting.slug);
  await expect(job.heading).toHaveText(title);
  await expect(job.description).toContainText('You look after young trees.');
});

test('closed, it says so and takes nothing; reopened, it does again', async ({ employer, seeker, page }) => {
  const posting = await publish(employer);
  const postings = await new EmployerPostings(employer.page).open();
  await postings.close(posting.title);
  await postings.expectDone('The posting is closed.');
  await expect(postings.cell(posting.title, 'State')).toHaveText('Closed');
  await expect(postings.row(posting.title)).toContainText(/Closed .*20\d\d/);

  const job = await new JobPage(page).open(posting.slug);
  await expect(job.closed).toBeVisible();
  const closed = await job.fact('Closed').locator('time').getAttribute('datetime');
  expect(Date.parse(closed ?? '')).toBeLessThanOrEqual(Date.now());
  await expect(job.fact('Closes')).toHaveCount(0);
  await expect(job.apply).toHaveCount(0);
  await expect(job.similar.first()).toBeVisible();
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  const form = await new ApplyPage(seeker.page).open(posting.slug);
  await expect(form.main).toContainText('This posting takes no applications any more');
  await expect(form.letter).toHaveCount(0);
  const jobs = await new JobsPage(page).open(`?q=${encodeURIComponent(posting.title)}`);
  await expect(jobs.count).toHaveText('No open jobs');

  await postings.button('Reopen', posting.title).click();
  await postings.expectDone('The posting is open again.');
  await expect(postings.cell(posting.title, 'State')).toHaveText('Open');
  await job.open(posting.slug);
  await expect(job.closed).toHaveCount(0);
  await expect(job.fact('Closes').locator('time')).toBeVisible();
  await expect(job.apply).toBeVisible();
});

test('a copy is a draft of its own', async ({ employer }) => {
  const posting = await publish(employer);
  const postings = await new EmployerPostings(employer.page).open();
  await postings.button('Duplicate', posting.title).click();
  const editor = new PostingEditor(employer.page);
  await editor.expectDone('Here is your copy, as a draft.');
  await expect(editor.title).toHaveValue(`${posting.title} (copy)`);
  await expect(editor.description).toHaveValue(posting.description);
  await expect(editor.payMax).toHaveValue(/52.?000/);
  await expect(editor.fact('State')).toHaveText('Draft');
  await postings.open();
  await expect(postings.rows).toHaveCount(2);
  await expect(postings.tab('Draft')).toContainText('1');
  await postings.tab('Draft').click();
  await expect(postings.rows).toHaveCount(1);
});

test('deleted, it is gone; with applications it is only put away', async ({ employer, seeker, page, troubles }) => {
  const [empty, loved] = [await publish(employer), await publish(employer)];
  await apply(seeker, loved);
  const editor = await new PostingEditor(employer.page).open(empty.id);
  await editor.delete();
  await editor.expectDone('The posting is deleted.');
  const postings = new EmployerPostings(employer.page);
  await expect(postings.row(empty.title)).toHaveCount(0);
  troubles.expectStatus(404);
  await page.goto(`/jobs/${empty.slug}`);
  await new JobPage(page).expectNotFound();

  await editor.open(loved.id);
  await editor.delete();
  await editor.expectDone('The posting is closed and archived, because people have applied or asked.');
  await expect(postings.cell(loved.title, 'State')).toHaveText('Archived');
  const candidates = await new CandidatesPage(employer.page).open();
  await expect(candidates.names).toHaveText([seeker.name]);
  await page.goto(`/jobs/${loved.slug}`);
  await new JobPage(page).expectNotFound();

  // Who applied still sees what they sent.
  await seeker.page.goto('/applications');
  await seeker.page.getByRole('main').getByRole('link', { name: loved.title }).click();
  const sent = new JobPage(seeker.page);
  await expect(sent.heading).toHaveText(loved.title);
  await expect(sent.main.locator(`a[href="/jobs/${loved.slug}"]`)).toHaveCount(0);
});

test('views, applications and new ones are counted', async ({ employer, seeker, page }) => {
  const posting = await publish(employer);
  await new JobPage(page).open(posting.slug);
  await apply(seeker, posting);
  const postings = await new EmployerPostings(employer.page).open();
  await expect(postings.cell(posting.title, 'Applications')).toHaveText(/^1\s+1 new$/);
  const overview = await new EmployerPage(employer.page).open();
  await expect(overview.fact('Open postings')).toHaveText('1');
  await expect(overview.fact('New applications')).toHaveText('1');
  await overview.section('New applications').getByRole('link', { name: seeker.name }).click();
  await expect(overview.heading).toHaveText(seeker.name);
  await postings.open();
  await expect(postings.cell(posting.title, 'Applications')).toHaveText('1');
  // Views are written in batches.
  await expect(async () => {
    await postings.open();
    expect(Number(await postings.cell(posting.title, 'Views').innerText())).toBeGreaterThan(0);
  }).toPass({ timeout: 20_000 });
});

test('a closing date lies ahead, but not too far', async ({ employer, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const editor = await new PostingEditor(employer.page).open();
  await editor.fill(newPosting({ closes_on: '2020-01-31' }));
  await editor.publish();
  await editor.expectProblem(editor.closesOn, /Please choose today or a later day/);
  await editor.fill({ closes_on: '2199-01-31' });
  await editor.publish();
  await editor.expectProblem(editor.closesOn, /Please choose a day within 365 days/);
});

test('another company can neither see nor touch it', async ({ employer, people, troubles }) => {
  const posting = await draft(employer);
  const rival = await people.employer();
  troubles.expectStatus(404);
  for (const path of ['', '/preview']) {
    const response = await rival.page.goto(`/employer/postings/${posting.id}${path}`);
    expect(response?.status()).toBe(404);
    await new PostingEditor(rival.page).expectNotFound();
  }
  for (const act of ['publish_posting', 'close_posting', 'duplicate_posting', 'delete_posting']) {
    const answer = await rival.page.request.post(`/api/${act}`, { form: { id: posting.id, version: '1' } });
    expect(answer.status(), act).toBe(404);
  }
  const editor = await new PostingEditor(employer.page).open(posting.id);
  await expect(editor.fact('State')).toHaveText('Draft');
});
