import { AddCandidatePage, CandidatePage, CandidatesPage } from '../pages/candidates';
import { GuestPage } from '../pages/guest';
import { pdf } from '../support/files';
import { publish, type Posting } from '../support/postings';
import { expect, fresh, test } from './fixtures';
import type { Page } from '@playwright/test';

/** Adds somebody to a posting. */
async function add(page: Page, posting: Posting, name: string, email: string): Promise<CandidatePage> {
  const form = await new AddCandidatePage(page).open(posting.id);
  await form.name.fill(name);
  await form.email.fill(email);
  await form.file.setInputFiles(pdf('Gerda.pdf', 'Gerda'));
  await form.source.selectOption('Met');
  await form.send();
  await expect(page).toHaveURL(/\/employer\/candidates\/[0-9a-f-]{36}/);
  const candidate = new CandidatePage(page);
  await candidate.expectDone('The candidate is added and is being told by mail.');
  return candidate;
}

test('somebody who is added is told, goes on and withdraws', async ({ page, employer, mailbox, axe }) => {
  test.slow();
  const posting = await publish(employer);
  const [name, email] = [fresh.name(), fresh.email('gerda')];
  const candidates = await new CandidatesPage(employer.page).open();
  await candidates.main.getByRole('link', { name: 'Add a candidate' }).click();
  await expect(candidates.heading).toHaveText('Add a candidate');
  await axe(employer.page);

  const candidate = await add(employer.page, posting, name, email);
  await expect(candidate.heading).toHaveText(name);
  await expect(candidate.main).toContainText('Added by');
  await expect(candidate.main).toContainText('has not answered yet');
  await axe(employer.page);

  const { text, action } = await mailbox.wait(email, /has added you as a candidate/);
  expect(text).toContain('legitimate interest');
  const guest = await new GuestPage(page).open(action?.[1] ?? '');
  await expect(guest.main).toContainText(email);
  await expect(guest.main).toContainText('Met');
  await axe(page);
  await guest.agree();
  await expect(guest.stage).toHaveText('Received');
  await guest.answer('Gladly. When do we begin?');

  await employer.page.reload();
  await expect(candidate.main).not.toContainText('has not answered yet');
  // Without the notice of what was sent, which lies over the page.
  await guest.open(action?.[1] ?? '');
  await guest.withdraw();
  await guest.expectDone('Your application is withdrawn.');
});

test('somebody who objects is deleted, and cannot be added again', async ({
  page,
  employer,
  mailbox,
  troubles,
  scripted,
}) => {
  if (scripted) troubles.expectStatus(422);
  const posting = await publish(employer);
  const [name, email] = [fresh.name(), fresh.email('gerda')];
  const candidate = await add(employer.page, posting, name, email);
  const guest = await new GuestPage(page).open((await mailbox.wait(email, /has added you/)).action?.[1] ?? '');
  await guest.object();
  await employer.page.reload();
  await expect(candidate.main).toContainText('This person has objected.');
  await expect(candidate.main).not.toContainText(name);

  const form = await new AddCandidatePage(employer.page).open(posting.id);
  await form.name.fill(name);
  await form.email.fill(email);
  await form.words.fill('The fair in Graz');
  await form.send();
  await form.expectProblem(form.email, /has objected to being added/);
  await expect(form.name).toHaveValue(name);
  await expect(form.words).toHaveValue('The fair in Graz');
});
