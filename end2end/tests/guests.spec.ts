import { ApplicationPage, ApplicationsPage } from '../pages/applications';
import { ApplyPage } from '../pages/apply';
import { CandidatePage, CandidatesPage } from '../pages/candidates';
import { GuestPage } from '../pages/guest';
import { Screen } from '../pages/screen';
import { pdf } from '../support/files';
import { publish, type Posting } from '../support/postings';
import { expect, fresh, test } from './fixtures';
import type { Page } from '@playwright/test';
import type { Mailbox } from '../support/mailbox';

/** Applies without an account, and gives the mailed link. */
async function send(page: Page, posting: Posting, name: string, email: string, mailbox: Mailbox): Promise<string> {
  const form = await new ApplyPage(page).open(posting.slug);
  await form.name.fill(name);
  await form.email.fill(email);
  await form.letter.fill('Trees are my life.');
  await form.upload(pdf('Gerda.pdf', 'Gerda'));
  await form.send();
  await expect(page).toHaveURL(/\/guest\?sent/);
  await expect(form.heading).toHaveText('Look into your mailbox');
  return mailbox.link(email, `Confirm your application for ${posting.title}`);
}

test('one applies without an account, confirms by mail, answers and withdraws', async ({
  page,
  employer,
  mailbox,
  axe,
}) => {
  test.slow();
  const posting = await publish(employer);
  const [name, email] = [fresh.name(), fresh.email('gerda')];
  const link = await send(page, posting, name, email, mailbox);
  await axe(page);
  const candidates = await new CandidatesPage(employer.page).open();
  await expect(candidates.row(name)).toHaveCount(0);

  const guest = await new GuestPage(page).open(link);
  await expect(guest.main).toContainText('Trees are my life.');
  await axe(page);
  await guest.sendNow();
  await expect(guest.stage).toHaveText('Received');
  await axe(page);

  await candidates.open();
  await candidates.row(name).getByRole('link', { name }).click();
  const candidate = new CandidatePage(employer.page);
  await expect(candidate.main).toContainText('no account');
  await candidate.move('Interview');
  await expect(candidate.stage).toHaveText('Interview');

  await guest.answer('When do we begin?');
  await expect(guest.stage).toHaveText('Interview');
  await employer.page.goto('/messages');
  await expect(new Screen(employer.page).main).toContainText('When do we begin?');

  await guest.withdraw();
  await guest.expectDone('Your application is withdrawn.');
  await expect(guest.stage).toHaveText('Withdrawn');
  await guest.erase();
  await guest.expectDone('Everything is deleted.');
  await guest.open(link);
  await expect(guest.heading).toHaveText('This link is not good any more');
  await axe(page);
  await candidates.open();
  await expect(candidates.row(name)).toHaveCount(0);
});

test('an application becomes an account', async ({ page, employer, mailbox }) => {
  const posting = await publish(employer);
  const [name, email] = [fresh.name(), fresh.email('gerda')];
  const guest = await new GuestPage(page).open(await send(page, posting, name, email, mailbox));
  await guest.sendNow();
  await guest.signUp('short');
  await expect(guest.main).toContainText('Please use at least 10 characters.');
  await guest.signUp(fresh.password());
  await expect(page).toHaveURL(/\/applications\/[0-9a-f-]{36}/);
  const application = new ApplicationPage(page);
  await application.expectDone('Welcome! Your application is in your account now.');
  await expect(application.accountMenu).toContainText(name);
  await expect((await new ApplicationsPage(page).open()).row(posting.title)).toHaveCount(1);
});

test('what is wrong is said, and nothing that was typed is lost', async ({ page, employer, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const posting = await publish(employer);
  const form = await new ApplyPage(page).open(posting.slug);
  await form.letter.fill('Ten years in old trees.');
  await form.name.fill('Gerda Gast');
  await form.email.fill('nowhere');
  await form.send();
  await form.expectProblem(form.file, /Please choose a file/);
  await form.expectProblem(form.email, /Please enter an e-mail address/);
  await expect(form.letter).toHaveValue('Ten years in old trees.');
  await expect(form.name).toHaveValue('Gerda Gast');
});

test('a lost link is mailed again, and nobody learns who has sent what', async ({ page, employer, mailbox }) => {
  const posting = await publish(employer);
  const [name, email] = [fresh.name(), fresh.email('gerda')];
  const guest = await new GuestPage(page).open(await send(page, posting, name, email, mailbox));
  await guest.sendNow();
  for (const address of [email, fresh.email('nobody')]) {
    await page.goto('/guest');
    await guest.main.getByLabel('E-mail').fill(address);
    await guest.main.getByRole('button', { name: 'Mail me the links' }).click();
    await guest.expectDone(/If something was sent from this address without an account/);
  }
  await guest.open(await mailbox.link(email, `Your application for ${posting.title}`));
  await expect(guest.stage).toHaveText('Received');
});
