import { ResumesPage } from '../pages/resumes';
import { pdf } from '../support/files';
import { expect, test } from './fixtures';

test('an upload shows how far it has come', async ({ seeker }) => {
  const resumes = await new ResumesPage(seeker.page).open();
  const line = await seeker.context.newCDPSession(seeker.page);
  await line.send('Network.enable');
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 2_000_000 };
  await line.send('Network.emulateNetworkConditions', slow);
  await resumes.choose(pdf('slow.pdf', 'slow', 6_000_000));
  const progress = resumes.main.getByRole('progressbar');
  await expect(progress).toBeVisible();
  const value = () => progress.evaluate((bar) => (bar as HTMLProgressElement).value);
  await expect.poll(value).toBeGreaterThan(0);
  expect(await value()).toBeLessThan(100);
  await expect(resumes.main.getByText(/^Uploading: \d+ %$/)).toBeVisible();
  await resumes.expectDone('Your resume is uploaded.');
  await expect(resumes.row('slow')).toBeVisible();
});

test('what is too large is refused before it is sent', async ({ seeker }) => {
  const resumes = await new ResumesPage(seeker.page).open();
  const sent: string[] = [];
  seeker.page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
  await resumes.choose(pdf('big.pdf', 'x', 10 * 1024 * 1024 + 1));
  await resumes.expectProblem(resumes.file, /larger than 10 MB/);
  expect(sent).toEqual([]);
});

test('an upload without a network can be repeated', async ({ seeker, troubles }) => {
  const resumes = await new ResumesPage(seeker.page).open();
  await seeker.context.setOffline(true);
  await resumes.choose(pdf('later.pdf', 'later'));
  await expect(resumes.alert).toContainText('The site could not be reached');
  await seeker.context.setOffline(false);
  // The file is still chosen.
  await resumes.main.getByRole('button', { name: 'Upload' }).click();
  await resumes.expectDone('Your resume is uploaded.');
  // The upload, and whatever else was asked for meanwhile.
  expect(troubles.take(/ERR_INTERNET_DISCONNECTED/)).toBeGreaterThan(0);
});
