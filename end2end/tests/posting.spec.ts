import { JobPage } from '../pages/job';
import { JobsPage } from '../pages/jobs';
import { publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

test('a posting says what there is to know', async ({ page, employer }) => {
  const posting = await publish(employer, {
    title: `Arborist ${fresh.word()}`,
    description:
      '## What you do\n\nYou look after **old trees**.\n\n- climb\n- prune\n\n[Our trees](https://trees.example/)',
  });
  const job = await new JobPage(page).open(posting.slug);
  await expect(job.heading).toHaveText(posting.title);
  await expect(page).toHaveTitle(`${posting.title} at ${employer.company} · Jobi`);
  await expect(job.fact('Pay')).toHaveText('41,000–52,000 € a year');
  await expect(job.fact('Employment')).toHaveText('Part-time');
  await expect(job.fact('Workplace')).toHaveText('Hybrid');
  await expect(job.fact('Field of work')).toHaveText('Science');
  await expect(job.fact('Posted')).toHaveText('just now');
  await expect(job.main).toContainText('Leipzig, Sachsen, DE');
  await expect(job.skills).toHaveText(['Pruning', 'Arboriculture']);
  await expect(job.description.getByRole('heading', { name: 'What you do' })).toBeVisible();
  await expect(job.description.locator('strong')).toHaveText('old trees');
  await expect(job.description.getByRole('listitem')).toHaveText(['climb', 'prune']);
  await expect(job.description.getByRole('link', { name: 'Our trees' })).toHaveAttribute('rel', /nofollow/);
});

test('it closes in 60 days unless somebody says otherwise', async ({ page, employer }) => {
  const posting = await publish(employer);
  const job = await new JobPage(page).open(posting.slug);
  const closes = await job.fact('Closes').locator('time').getAttribute('datetime');
  const days = (Date.parse(closes ?? '') - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(59);
  expect(days).toBeLessThan(61);
});

test('search engines get a description, a canonical address and an invitation', async ({ page, employer }) => {
  const posting = await publish(employer);
  await page.goto(`/jobs/${posting.slug}?utm_source=mail`);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', new RegExp(`/jobs/${posting.slug}$`));
  await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /You look after old trees/);
  await expect(page.locator('meta[name=robots]')).toHaveCount(0);
});

test('what could harm its readers is text in a description', async ({ page, employer }) => {
  const posting = await publish(employer, {
    description:
      'Before <script>document.title = "owned"</script><img src=x onerror="document.title=1"> ' +
      '[click](javascript:alert(1)) <iframe src="https://evil.example"></iframe> <b onclick="x()">after</b>',
  });
  const job = await new JobPage(page).open(posting.slug);
  await expect(job.description).toContainText('Before');
  await expect(job.description).toContainText('<script>document.title = "owned"</script>');
  await expect(job.description).toContainText('<b onclick="x()">after</b>');
  await expect(job.description.getByRole('link')).toHaveText(['https://evil.example']);
  await expect(job.description.locator('script, iframe, [onerror], [onclick], [href^="javascript"]')).toHaveCount(0);
  await expect(page).toHaveTitle(/^Gardener/);
});

test('skills and fields of work lead to more of the same', async ({ page, employer }) => {
  const skill = fresh.word();
  const posting = await publish(employer, { skills: `Climbing, ${skill}` });
  const job = await new JobPage(page).open(posting.slug);
  await job.skills.getByRole('link', { name: skill }).click();
  const jobs = new JobsPage(page);
  await expect(jobs.what).toHaveValue(skill);
  await expect(jobs.titles).toHaveText([posting.title]);
});

test('similar postings stand below, without itself', async ({ page, employer }) => {
  const mark = fresh.word();
  const posting = await publish(employer, { title: `Falconer ${mark}`, category: 'legal' });
  const job = await new JobPage(page).open(posting.slug);
  await expect(job.similar.first()).toBeVisible();
  await expect(job.similar.filter({ hasText: posting.title })).toHaveCount(0);
  const title = await job.similar.first().getByRole('link').innerText();
  await job.similar.first().getByRole('link').click();
  await expect(job.heading).toHaveText(title);
});

test('an employer is not asked to apply, a visitor may log in first', async ({ page, employer }) => {
  const posting = await publish(employer);
  const own = await new JobPage(employer.page).open(posting.slug);
  await expect(own.heading).toHaveText(posting.title);
  await expect(own.apply).toHaveCount(0);

  const job = await new JobPage(page).open(posting.slug);
  await job.apply.click();
  await job.main.getByRole('link', { name: 'Log in' }).click();
  await expect(page).toHaveURL(`/login?next=${encodeURIComponent(`/jobs/${posting.slug}/apply`)}`);
});

test('amounts and dates speak German', async ({ people, employer }) => {
  const posting = await publish(employer);
  const page = await people.visitor({ locale: 'de-DE', extraHTTPHeaders: { 'x-forwarded-for': fresh.address() } });
  const job = await new JobPage(page).open(posting.slug);
  await expect(job.fact('Gehalt')).toHaveText('41.000–52.000 € im Jahr');
  await expect(job.main.locator('time').filter({ hasText: 'gerade eben' }).first()).toBeVisible();
  await expect(
    job.main
      .locator('time')
      .filter({ hasText: /^\d{1,2}\. [A-ZÄ]\p{Ll}+ 20\d\d$/u })
      .first(),
  ).toBeVisible();
});
