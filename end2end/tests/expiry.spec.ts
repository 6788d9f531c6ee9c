import { Screen } from '../pages/screen';
import { TeamPage } from '../pages/team';
import { ClockSite } from '../support/clock';
import { Mailbox } from '../support/mailbox';
import { test as base, expect, fresh } from './fixtures';

/** Specs that move the clock, each at a site of their own. */
const test = base.extend<{ clock: ClockSite }>({
  clock: async ({}, use) => {
    const site = await ClockSite.start();
    await use(site);
    await site.stop();
  },
  baseURL: async ({ clock }, use) => use(clock.url),
  mailbox: async ({ clock }, use) => use(new Mailbox(clock.url)),
});

test('a link for a new password is good for half an hour', async ({ page, seeker, mailbox, clock }) => {
  const screen = new Screen(page);
  const ask = async () => {
    await page.goto('/forgot');
    await screen.main.getByLabel('E-mail').fill(seeker.email);
    await screen.main.getByRole('button', { name: 'Send the link' }).click();
    return mailbox.link(seeker.email, 'Set a new password');
  };
  const link = await ask();
  await clock.forward(0, 29);
  await page.goto(link);
  await expect(screen.main).toContainText(seeker.email);
  await clock.forward(0, 2);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link is not good any more' })).toBeVisible();
});

test('an invitation is good for a week', async ({ page, employer, clock }) => {
  const team = new TeamPage(employer.page);
  await team.open();
  const link = await team.invite(fresh.email('rita'), 'Recruiter');
  await clock.forward(6);
  await page.goto(link);
  await expect(new Screen(page).main).toContainText(employer.company);
  await clock.forward(2);
  await page.goto(link);
  await expect(new Screen(page).main).toContainText(/This invitation is too old/);
});
