import { JobsPage } from '../pages/jobs';
import { Screen } from '../pages/screen';
import { publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

test('the language changes where one is: a search keeps its words and filters', async ({ page, employer }) => {
  const word = fresh.word();
  const posting = await publish(employer, { title: `Gardener ${word}`, workplace: 'remote' });
  const jobs = await new JobsPage(page).open(`?q=${word}&workplace=remote`);
  await jobs.chooseLanguage('Deutsch');
  await expect(page).toHaveURL(`/jobs?q=${word}&workplace=remote`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(jobs.main.getByRole('link', { name: 'Entfernen: Remote', exact: true })).toBeVisible();
  await expect(jobs.titles).toHaveText([posting.title]);
});

test('the language that was chosen goes along to the next page', async ({ page }) => {
  const jobs = await new JobsPage(page).open();
  await jobs.chooseLanguage('Deutsch');
  await jobs.nav('Unternehmen').click();
  await expect(page).toHaveURL(/\/companies$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(jobs.heading).toHaveText('Unternehmen');
});

test('a page that is not there is one in either language', async ({ page, troubles }) => {
  troubles.expectStatus(404);
  await page.goto('/nothing-here');
  const screen = new Screen(page);
  await screen.expectNotFound();
  await screen.chooseLanguage('Deutsch');
  await expect(page).toHaveURL(/\/nothing-here$/);
  await expect(screen.heading).toHaveText('Hier ist nichts');
  await screen.chooseLanguage('English');
  await screen.expectNotFound();
});
