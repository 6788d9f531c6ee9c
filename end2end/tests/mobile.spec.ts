import { JobsPage } from '../pages/jobs';
import { busyPlaces, places } from '../support/places';
import { RegisterPage } from '../pages/register';
import { Screen } from '../pages/screen';
import { expectNoSideways } from '../support/width';
import { expect, fresh, test } from './fixtures';

const viewport = { width: 390, height: 844 };
test.use({ viewport });

for (const [who, paths] of Object.entries(places)) {
  test(`nothing scrolls sideways for the ${who}`, async ({ page: visitor, people }) => {
    test.slow();
    const page = who === 'visitor' ? visitor : (await people[who as 'seeker' | 'employer']()).page;
    await page.setViewportSize(viewport);
    for (const path of paths) {
      await page.goto(path);
      await expect(new Screen(page).heading).toBeVisible();
      await expectNoSideways(page);
    }
  });
}

test('nor does it where words are long', async ({ page, seeker, employer }) => {
  test.setTimeout(90_000);
  const long = `Donaudampfschifffahrtsgesellschaftskapitänspatent${fresh.word()}`;
  const busy = await busyPlaces(employer, seeker, long.repeat(2).slice(0, 60));
  for (const [reader, paths] of [
    [page, busy.visitor],
    [seeker.page, busy.seeker],
    [employer.page, busy.employer],
  ] as const) {
    await reader.setViewportSize(viewport);
    for (const path of paths) {
      await reader.goto(path);
      await expectNoSideways(reader);
    }
  }
});

test('filters stand behind a button that says how many are set', async ({ page }) => {
  const jobs = await new JobsPage(page).open('?workplace=remote');
  await expect(jobs.filter('Full-time')).toBeHidden();
  await expect(jobs.filtersButton).toHaveText('Filters (1)');
  await jobs.filtersButton.click();
  await jobs.tick('Full-time');
  await expect(jobs.filtersButton).toHaveText('Filters (2)');
  expect(await jobs.total()).toBeGreaterThan(0);
});

test('tables become cards', async ({ employer, seeker }) => {
  const busy = await busyPlaces(employer, seeker);
  const { page } = employer;
  await page.setViewportSize(viewport);
  await page.goto(busy.employer[1]);
  const state = page.getByRole('main').locator('td[data-label="State"]').first();
  const title = page.getByRole('main').locator('tbody th').first();
  const [above, below] = [await title.boundingBox(), await state.boundingBox()];
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
  await expect(page.getByRole('main').locator('thead')).not.toBeInViewport();
});

test('the menu opens and leads on', async ({ page }) => {
  await page.goto('/login');
  const header = page.getByRole('banner');
  const jobs = header.getByRole('link', { name: 'Jobs', exact: true });
  await expect(jobs).toBeHidden();
  await header.locator('summary').filter({ hasText: 'Menu' }).click();
  await jobs.click();
  await expect(page).toHaveURL(/\/jobs$/);
});

test('an account is made', async ({ page }) => {
  const register = await new RegisterPage(page).open();
  await register.register({ name: 'Ada', email: fresh.email(), password: fresh.password() });
  await register.expectDone('Welcome to Jobi!');
});
