import { JobsPage } from '../pages/jobs';
import { Screen } from '../pages/screen';
import { expect, test } from './fixtures';

test('the language changes where one is: a search keeps its words and filters', async ({ page }) => {
  const jobs = await new JobsPage(page).open('?q=engineer&workplace=remote');
  const shown = await jobs.shown();
  expect(shown).not.toEqual([]);
  await jobs.chooseLanguage('Deutsch');
  await expect(page).toHaveURL(/\/jobs\?q=engineer&workplace=remote$/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(jobs.main.getByRole('link', { name: 'Entfernen: Remote', exact: true })).toBeVisible();
  expect(await jobs.shown()).toEqual(shown);
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
