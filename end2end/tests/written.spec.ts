import { JobPage } from '../pages/job';
import { PostingEditor } from '../pages/posting-editor';
import { newPosting, publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

test('pay an hour has hundredths', async ({ employer, page }) => {
  const posting = await publish(employer, { pay_min: '15.50', pay_max: '17,80 €', pay_period: 'hour' });
  const job = await new JobPage(page).open(posting.slug);
  await expect(job.main.locator('.posting__facts')).toContainText('15.50–17.80 € an hour');
});

test('what cannot be read is told with what was read', async ({ employer, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const editor = await new PostingEditor(employer.page).open();
  await editor.fill(newPosting({ pay_min: '41.000,00', pay_max: '52-60k' }));
  await editor.publish();
  await editor.expectProblem(editor.payMax, /We read “52”, but not the “-” behind it/);
  await expect(editor.payMax).toHaveValue('52-60k');
  await editor.fill({ pay_max: '52k' });
  await editor.publish();
  await editor.expectDone('The posting is published.');
  await expect(editor.payMin).toHaveValue('41000');
  await expect(editor.payMax).toHaveValue('52000');
});

test('pay that nobody means is asked for', async ({ employer, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const editor = await new PostingEditor(employer.page).open();
  const meant = editor.main.getByRole('checkbox', { name: 'This pay is meant as it is' });
  await expect(meant).toBeHidden();
  await editor.fill(newPosting({ pay_min: '1', pay_max: "100'000'000" }));
  await editor.publish();
  await editor.expectProblem(editor.payMax, /We read the upper end as 100,000,000/);
  await meant.check();
  await editor.publish();
  await editor.expectDone('The posting is published.');
});

test('a posting closes at the end of a day where its company is', async ({ employer, page, scripted }) => {
  const company = employer.page;
  await company.goto('/employer/company');
  const zone = company.getByRole('combobox', { name: /^Time zone/ });
  await zone.selectOption('Pacific/Kiritimati');
  await company.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(company.locator('.toast__text').filter({ hasText: 'Your company’s page is saved.' })).toBeVisible();
  await expect(zone).toHaveValue('Pacific/Kiritimati');
  const there = new Date(Date.now() + 14 * 3600 * 1000).toISOString().slice(0, 10);
  const posting = await publish(employer, { closes_on: there });
  await page.goto(`/jobs/${posting.slug}`);
  const day = page.locator('.apply-panel time');
  await expect(day).toHaveAttribute('datetime', /T09:59:59Z$/);
  const label = page.locator('.apply-panel').getByText('(Pacific/Kiritimati)');
  await expect(label).toBeVisible();
  if (!scripted) return;
  // Somebody there needs no zone.
  const context = await page
    .context()
    .browser()
    ?.newContext({ timezoneId: 'Pacific/Kiritimati', baseURL: new URL(page.url()).origin });
  if (!context) throw new Error('a page has a browser');
  const near = await context.newPage();
  await near.goto(`/jobs/${posting.slug}`);
  await expect(near.locator('body[data-hydrated]')).toBeAttached();
  await expect(near.locator('.apply-panel').getByText('(Pacific/Kiritimati)')).toBeHidden();
  await context.close();
});

test('words run in their own direction', async ({ employer, page }) => {
  const title = `مهندس ${fresh.word()}`;
  const posting = await publish(employer, { title });
  await page.goto(`/jobs/${posting.slug}`);
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(title);
  expect(await heading.evaluate((h1) => getComputedStyle(h1).direction)).toBe('rtl');
});
