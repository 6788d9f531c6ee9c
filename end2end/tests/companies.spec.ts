import { CompaniesPage, CompanyEditPage, CompanyPage } from '../pages/companies';
import { JobPage } from '../pages/job';
import { png } from '../support/files';
import { draft, publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

test('companies are listed, found by name, and lead to what they have open', async ({ page, employer }) => {
  const posting = await publish(employer);
  await draft(employer);
  const companies = await new CompaniesPage(page).open();
  await expect(companies.heading).toHaveText('Companies');
  expect(await companies.companies.count()).toBeGreaterThan(5);
  await companies.search(employer.company.slice(0, -5).toUpperCase());
  await expect(companies.companies).toHaveCount(1);
  await expect(companies.company(employer.company)).toContainText('1 open job');
  await companies.company(employer.company).click();
  const company = new CompanyPage(page);
  await expect(company.heading).toHaveText(employer.company);
  await expect(page).toHaveTitle(`${employer.company} · Jobi`);
  await expect(company.jobs).toHaveCount(1);
  await company.jobs.getByRole('link', { name: posting.title }).click();
  await expect(new JobPage(page).heading).toHaveText(posting.title);
});

test('a name that nobody has leads back to all', async ({ page }) => {
  const companies = await new CompaniesPage(page).open();
  await companies.search(fresh.word());
  await expect(companies.main).toContainText('No company is called that');
  await companies.main.getByRole('link', { name: 'All companies' }).click();
  await expect(companies.companies.first()).toBeVisible();
});

test('a company says who it is', async ({ employer, page }) => {
  const edit = await new CompanyEditPage(employer.page).open();
  const name = fresh.company();
  await edit.name.fill(name);
  await edit.site.fill('trees.example');
  await edit.about.fill('We look after **old trees**. <script>alert(1)</script>');
  await edit.city.fill('Leipzig');
  await edit.country.selectOption('DE');
  await edit.size.selectOption('11-50');
  await edit.save();
  await edit.expectDone('Your company’s page is saved.');
  await expect(edit.name).toHaveValue(name);
  await expect(edit.site).toHaveValue('https://trees.example');

  await page.goto((await edit.publicPage.getAttribute('href')) ?? '');
  const company = new CompanyPage(page);
  await expect(company.heading).toHaveText(name);
  await expect(company.about.locator('strong')).toHaveText('old trees');
  await expect(company.about).toContainText('<script>alert(1)</script>');
  await expect(company.about.locator('script')).toHaveCount(0);
  await expect(company.fact('Website').getByRole('link')).toHaveAttribute('href', 'https://trees.example');
  await expect(company.fact('Place')).toContainText('Leipzig');
  await expect(company.fact('Employees')).toHaveText(/11.50/);
  await expect(company.main).toContainText('Nothing is open right now');
});

test('what is wrong is said beside its field', async ({ employer, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const edit = await new CompanyEditPage(employer.page).open();
  await edit.name.fill(' ');
  await edit.site.fill('javascript://x.y');
  await edit.about.fill('Old trees.');
  await edit.save();
  await edit.expectProblem(edit.name, /Please fill this in/);
  await edit.expectProblem(edit.site, /Please enter a web address/);
  await expect(edit.about).toHaveValue('Old trees.');
});

test('a logo is made small, shown everywhere, and can be taken away', async ({ employer, page }) => {
  const posting = await publish(employer);
  const edit = await new CompanyEditPage(employer.page).open();
  const file = png('logo.png', 900, 600);
  await edit.uploadLogo(file);
  await edit.expectDone('The logo is saved.');
  await expect(edit.logo).toBeVisible();

  await new JobPage(page).open(posting.slug);
  const logo = page.getByRole('main').locator('header img');
  await expect(logo).toBeVisible();
  const size = await logo.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  expect(Math.max(...size)).toBe(256);
  const stored = await page.request.get((await logo.getAttribute('src')) ?? '');
  expect(stored.status()).toBe(200);
  expect((await stored.body()).equals(file.buffer)).toBe(false);

  await edit.removeLogo.click();
  await edit.expectDone('The logo is removed.');
  await expect(edit.logo).toHaveCount(0);
});

test('a logo is a picture', async ({ employer, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const edit = await new CompanyEditPage(employer.page).open();
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  await edit.uploadLogo({ name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(svg) });
  await edit.expectProblem(edit.logoFile, /This is not a PNG, JPEG or WebP picture/);
  await expect(edit.logo).toHaveCount(0);
});
