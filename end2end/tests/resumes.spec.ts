import { readFileSync } from 'node:fs';
import { ResumePage, ResumesPage } from '../pages/resumes';
import { Screen } from '../pages/screen';
import { disguisedText, pdf } from '../support/files';
import { expect, test } from './fixtures';
import type { Page } from '@playwright/test';

test('a resume is uploaded, read and downloaded as it was', async ({ seeker }) => {
  const { page } = seeker;
  const file = pdf('Ada Abel.pdf', 'Ada Abel, arborist');
  const resumes = await new ResumesPage(page).open();
  await expect(resumes.main).toContainText('No resume yet');
  await resumes.upload(file);
  await expect(resumes.rows).toHaveCount(1);
  await expect(resumes.row('Ada Abel')).toContainText('Default');

  const viewed = page.waitForResponse((response) => /\/resumes\/[^/]+\/file/.test(response.url()));
  await resumes.row('Ada Abel').getByRole('link', { name: 'Ada Abel' }).click();
  const resume = new ResumePage(page);
  await expect(resume.heading).toHaveText('Ada Abel');
  await expect(resume.frame).toBeVisible();
  const response = await viewed;
  expect(response.status()).toBe(200);
  expect(response.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });

  const [download] = await Promise.all([page.waitForEvent('download'), resume.download.click()]);
  expect(download.suggestedFilename()).toBe('Ada Abel.pdf');
  expect(readFileSync(await download.path()).equals(file.buffer)).toBe(true);
});

test('only a PDF is a PDF', async ({ seeker, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const resumes = await new ResumesPage(seeker.page).open();
  await resumes.choose(disguisedText('resume.pdf'));
  await resumes.expectProblem(resumes.file, /This is not a PDF/);
  await expect(resumes.rows).toHaveCount(0);
  await resumes.upload({ ...pdf('resume.txt', 'x'), mimeType: 'text/plain' });
  await expect(resumes.rows).toHaveCount(1);
});

test('a form without a file says so', async ({ seeker, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const resumes = await new ResumesPage(seeker.page).open();
  await resumes.main.getByRole('button', { name: 'Upload' }).click();
  await resumes.expectProblem(resumes.file, /Please choose a file/);
});

test('a file has at most 10 MB', async ({ seeker }) => {
  const resumes = await new ResumesPage(seeker.page).open();
  await resumes.choose(pdf('big.pdf', 'x', 10 * 1024 * 1024 + 1));
  await resumes.expectProblem(resumes.file, /larger than 10 MB/);
  await resumes.upload(pdf('largest.pdf', 'x', 10 * 1024 * 1024 - 1000));
  await expect(resumes.row('largest')).toBeVisible();
});

test('named, set as default and deleted', async ({ seeker, troubles }) => {
  const { page } = seeker;
  const resumes = await new ResumesPage(page).open();
  await resumes.upload(pdf('first.pdf', 'first'));
  await resumes.upload(pdf('second.pdf', 'second'));
  await expect(resumes.row('first')).toContainText('Default');
  await resumes.makeDefault('second');
  await expect(resumes.row('first').getByText('Default', { exact: true })).toHaveCount(0);

  await resumes.row('first').getByRole('link', { name: 'first' }).click();
  const resume = new ResumePage(page);
  troubles.expectStatus(422);
  await resume.rename('   ');
  await resume.expectProblem(resume.name, /Please fill this in/);
  await resume.rename('Résumé for gardens');
  await resume.expectDone('Your resume is saved.');
  await expect(resume.heading).toHaveText('Résumé for gardens');
  const address = new URL(page.url()).pathname;

  await resumes.open();
  await resumes.delete('Résumé for gardens');
  await expect(resumes.rows).toHaveCount(1);
  troubles.expectStatus(404);
  await page.goto(address);
  await new Screen(page).expectNotFound();
});

test('ten are as many as one can have', async ({ seeker }) => {
  const resumes = await new ResumesPage(seeker.page).open();
  for (let n = 1; n <= 10; n++) {
    const answer = await seeker.page.request.post('/resumes/upload', { multipart: { file: pdf(`r${n}.pdf`, `${n}`) } });
    expect(answer.ok()).toBe(true);
  }
  await resumes.open();
  await expect(resumes.rows).toHaveCount(10);
  await expect(resumes.main).toContainText('You have as many resumes as one can have');
  await expect(resumes.file).toHaveCount(0);
  await resumes.delete('r3');
  await resumes.upload(pdf('r11.pdf', '11'));
  await expect(resumes.rows).toHaveCount(10);
});

test('nobody else can read one, nor learn that it is there', async ({ seeker, people, page }) => {
  const resumes = await new ResumesPage(seeker.page).open();
  await resumes.upload(pdf('private.pdf', 'private'));
  await resumes.row('private').getByRole('link', { name: 'private' }).click();
  await expect(new ResumePage(seeker.page).heading).toHaveText('private');
  const path = `${new URL(seeker.page.url()).pathname}/file`;
  expect((await seeker.page.request.get(path)).status()).toBe(200);

  const missing = '/resumes/00000000-0000-7000-8000-000000000000/file';
  const answer = async (reader: Page, at: string) => {
    const response = await reader.request.get(at);
    // A page names itself in links; but for that the two are the same.
    return [response.status(), (await response.text()).includes('There is nothing here')];
  };
  for (const reader of [page, (await people.seeker()).page, (await people.employer()).page]) {
    expect(await answer(reader, path)).toEqual([404, true]);
    expect(await answer(reader, missing)).toEqual([404, true]);
  }
});
