import { JobPage } from '../pages/job';
import { JobsPage } from '../pages/jobs';
import { apply } from '../support/applications';
import { publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

test.describe('words', () => {
  test('find a posting by title, company, skill and description', async ({ page, employer }) => {
    const [title, skill, described] = [fresh.word(), fresh.word(), fresh.word()];
    const posting = await publish(employer, {
      title: `Beekeeper ${title}`,
      skills: `Smoking, ${skill}`,
      description: `We keep our bees in **${described}**.`,
    });
    const jobs = await new JobsPage(page).open();
    for (const word of [title, skill, described, employer.company]) {
      await jobs.search(word);
      await expect(jobs.count).toHaveText('1 open job');
      await expect(jobs.titles).toHaveText([posting.title]);
      await expect(jobs.rows).toContainText([employer.company]);
    }
    await expect(jobs.rows).toContainText(['41,000–52,000 € a year']);
    await expect(jobs.rows).toContainText(['Leipzig']);
  });

  test('match stems and beginnings, in any order and case', async ({ page, employer }) => {
    const mark = fresh.word();
    const posting = await publish(employer, { title: `Engineering of walking robots ${mark}` });
    const jobs = await new JobsPage(page).open();
    for (const words of [`engineer ${mark}`, `ROBOT ${mark}`, `${mark} walk`, mark.slice(0, -3)]) {
      await jobs.search(words);
      await expect(jobs.titles).toHaveText([posting.title]);
    }
  });

  test('in the title count for more than in the description', async ({ page, employer }) => {
    const mark = fresh.word();
    const inTitle = await publish(employer, { title: `Baker ${mark}` });
    const inText = await publish(employer, { title: `Miller ${fresh.word()}`, description: `Flour for ${mark}.` });
    const jobs = await new JobsPage(page).open();
    await jobs.search(mark);
    await expect(jobs.titles).toHaveText([inTitle.title, inText.title]);
    await jobs.sort('Newest').click();
    await expect(jobs.titles).toHaveText([inText.title, inTitle.title]);
  });

  test('are only words, whatever signs stand among them', async ({ page, employer }) => {
    const mark = fresh.word();
    const posting = await publish(employer, { title: `Nurse ${mark}` });
    const jobs = await new JobsPage(page).open();
    for (const odd of [`"${mark}`, `${mark}* OR ( NEAR/`, `'; -- ${mark}`, `${mark} & <b>`]) {
      await jobs.search(odd);
      await expect(jobs.what).toHaveValue(odd);
      await expect(jobs.heading).toContainText(odd);
    }
    await jobs.search(`(${mark})`);
    await expect(jobs.titles).toHaveText([posting.title]);
  });

  test('are found in every spelling, and whole before beginnings', async ({ page, employer }) => {
    const mark = fresh.word();
    const sharp = await publish(employer, { title: `Straßenmeister ${mark}`, skills: 'C#, Node.js' });
    const plus = await publish(employer, { title: `Ärztin ${mark}`, skills: 'C++, Co-Working' });
    const italian = await publish(employer, { title: `Italian teacher ${mark}`, skills: 'C' });
    const jobs = await new JobsPage(page).open();
    for (const [words, title] of [
      ['C#', sharp.title],
      ['c++', plus.title],
      ['strassenmeister', sharp.title],
      ['nodejs', sharp.title],
      ['coworking', plus.title],
      ['aerztin', plus.title],
      ['ARZTIN', plus.title],
      ['it', italian.title],
    ] as const) {
      await jobs.search(`${words} ${mark}`);
      await expect(jobs.titles, words).toHaveText([title]);
    }
    const it = await publish(employer, { title: `Help ${mark}`, skills: 'IT' });
    await publish(employer, { title: `Italics ${mark}` });
    await jobs.open(`?q=it+${mark}`);
    await expect(jobs.titles.first()).toHaveText(it.title);
  });

  test('that are not searched for are told', async ({ page, employer }) => {
    const posting = await publish(employer);
    const jobs = await new JobsPage(page).open();
    await jobs.search(posting.title);
    await expect(jobs.main.getByText('Not searched for')).toHaveCount(0);
    await jobs.search(`${posting.title} ++`);
    await expect(jobs.main.getByText('Not searched for: “++”')).toBeVisible();
    await expect(jobs.titles).toHaveText([posting.title]);
    await jobs.search('a b c d e f g h i j k l Thirteenth');
    await expect(jobs.main.getByText('Not searched for: “Thirteenth”')).toBeVisible();
  });

  test('that fit nothing lead to help', async ({ page }) => {
    const jobs = await new JobsPage(page).open();
    await jobs.search(fresh.word());
    await expect(jobs.count).toHaveText('No open jobs');
    await expect(jobs.main).toContainText('No job fits this search');
    await jobs.main.getByRole('link', { name: 'Show all jobs' }).click();
    await expect(page).toHaveURL(/\/jobs$/);
    await expect(jobs.rows).toHaveCount(20);
  });
});

test.describe('filters', () => {
  test('combine, show as chips, and can be taken away one by one', async ({ page, employer }) => {
    const mark = fresh.word();
    const [remote, hybrid, contract] = [
      await publish(employer, { title: `A ${mark}`, workplace: 'remote', employment_type: 'full_time' }),
      await publish(employer, { title: `B ${mark}`, workplace: 'hybrid', employment_type: 'full_time' }),
      await publish(employer, { title: `C ${mark}`, workplace: 'remote', employment_type: 'contract' }),
    ].map((posting) => posting.title);
    const jobs = await new JobsPage(page).open(`?q=${mark}`);
    await expect(jobs.titles).toHaveCount(3);
    await jobs.tick('Remote');
    await expect(jobs.titles).toHaveText([contract, remote]);
    await jobs.tick('Full-time');
    await expect(jobs.titles).toHaveText([remote]);
    await expect(jobs.chips).toHaveCount(3);
    await jobs.tick('Hybrid');
    await expect(jobs.titles).toHaveText([hybrid, remote]);
    await expect(page).toHaveURL(/workplace=hybrid/);

    await jobs.removeChip('Full-time');
    await expect(jobs.titles).toHaveText([contract, hybrid, remote]);
    await expect(jobs.filter('Full-time')).not.toBeChecked();
    await jobs.removeChip('Remote');
    await expect(jobs.titles).toHaveText([hybrid]);
    await expect(jobs.what).toHaveValue(mark);
    await jobs.main.getByRole('link', { name: 'Clear all' }).click();
    await expect(page).toHaveURL(/\/jobs$/);
    await expect(jobs.what).toHaveValue('');
    await expect(jobs.filter('Hybrid')).not.toBeChecked();
  });

  test('by field of work and by place', async ({ page, employer }) => {
    const mark = fresh.word();
    const inGent = await publish(employer, { title: `A ${mark}`, city: 'Gent', country: 'BE', category: 'legal' });
    await publish(employer, { title: `B ${mark}`, city: 'Gent', country: 'BE', category: 'media' });
    await publish(employer, { title: `C ${mark}`, city: 'Graz', country: 'AT', category: 'legal' });
    const jobs = await new JobsPage(page).open();
    await jobs.search(mark, 'gent');
    await expect(jobs.titles).toHaveCount(2);
    await jobs.tick('Legal');
    await expect(jobs.titles).toHaveText([inGent.title]);
    await expect(jobs.rows).toContainText(['Gent']);
  });

  test('by a place, whatever it is called, and by working from anywhere', async ({ page, employer }) => {
    const mark = fresh.word();
    const munich = await publish(employer, { title: `A ${mark}`, city: 'München', country: 'DE' });
    const vienna = await publish(employer, { title: `B ${mark}`, city: 'Vienna', country: 'AT', workplace: 'remote' });
    const lodz = await publish(employer, { title: `C ${mark}`, city: 'Łódź', country: 'PL' });
    const jobs = await new JobsPage(page).open();
    for (const [place, title] of [
      ['Munich', munich.title],
      ['muenchen', munich.title],
      ['Wien', vienna.title],
      ['Österreich', vienna.title],
      ['lodz', lodz.title],
      ['Polska', lodz.title],
      ['remote', vienna.title],
      ['Home Office', vienna.title],
    ] as const) {
      await jobs.search(mark, place);
      await expect(jobs.titles, place).toHaveText([title]);
    }
  });

  test('by pay in several currencies, roughly', async ({ page, employer }) => {
    const mark = fresh.word();
    const euros = await publish(employer, { title: `A ${mark}` });
    const dollars = await publish(employer, {
      title: `B ${mark}`,
      pay_min: '80000',
      pay_max: '90000',
      currency: 'USD',
    });
    const jobs = await new JobsPage(page).open(`?q=${mark}`);
    await jobs.sort('Highest pay').click();
    await expect(jobs.titles).toHaveText([dollars.title, euros.title]);
    await expect(jobs.row(dollars.title)).toContainText('80,000–90,000 $ a year');
    await expect(jobs.row(dollars.title)).toContainText('about 69,000–77,000 € a year');
    await expect(jobs.row(euros.title)).not.toContainText('about');
  });

  test('by pay, compared per year', async ({ page, employer }) => {
    const mark = fresh.word();
    // 30 an hour are 62,400 a year, 5,000 a month 60,000.
    const hourly = await publish(employer, { title: `A ${mark}`, pay_min: '25', pay_max: '30', pay_period: 'hour' });
    const monthly = await publish(employer, {
      title: `B ${mark}`,
      pay_min: '4000',
      pay_max: '5000',
      pay_period: 'month',
    });
    const yearly = await publish(employer, { title: `C ${mark}`, pay_min: '50000', pay_max: '61000' });
    const jobs = await new JobsPage(page).open(`?q=${mark}`);
    await jobs.sort('Highest pay').click();
    await expect(jobs.titles).toHaveText([hourly.title, yearly.title, monthly.title]);
    await jobs.leastPay.fill('60500');
    await jobs.leastPay.press('Enter');
    await expect(jobs.titles).toHaveText([hourly.title, yearly.title]);
    await expect(jobs.chip('From 60,500 € a year')).toBeVisible();
    await expect(page).toHaveURL(/sort=pay/);
    await jobs.leastPay.fill('62401');
    await jobs.leastPay.press('Enter');
    await expect(jobs.count).toHaveText('No open jobs');
  });

  test('by when it was posted', async ({ page, employer }) => {
    const posting = await publish(employer);
    const jobs = await new JobsPage(page).open();
    const all = await jobs.total();
    await jobs.posted.selectOption('In the last day');
    await jobs.applyFilters();
    await expect(jobs.chip('In the last day')).toBeVisible();
    await expect.poll(() => jobs.total()).toBeLessThan(all);
    await jobs.search(posting.title);
    await expect(jobs.titles).toHaveText([posting.title]);
    await expect(jobs.chip('In the last day')).toBeVisible();
  });
});

test('twenty a page, and the way forth and back', async ({ page, employer }) => {
  const jobs = await new JobsPage(page).open('?sort=pay');
  await expect(jobs.titles).toHaveCount(20);
  const first = await jobs.shown();
  await expect(jobs.previous).toHaveCount(0);
  await jobs.next.click();
  await expect(page).toHaveURL(/after=/);
  await expect.poll(() => jobs.shown()).not.toContain(first[0]);
  const second = await jobs.shown();
  expect(second).toHaveLength(20);
  expect(second.filter((path) => first.includes(path))).toEqual([]);

  // What comes to the top meanwhile moves nothing on this page.
  await publish(employer, { pay_min: '99000000', pay_max: '100000000' });
  await page.reload();
  await expect.poll(() => jobs.shown()).toEqual(second);
  await jobs.previous.click();
  await expect.poll(() => jobs.shown()).toEqual(first);
});

test('what one has applied for is marked', async ({ seeker, employer }) => {
  const mark = fresh.word();
  const posting = await publish(employer, { title: `A ${mark}` });
  const other = await publish(employer, { title: `B ${mark}` });
  const jobs = await new JobsPage(seeker.page).open(`?q=${mark}`);
  await expect(jobs.titles).toHaveCount(2);
  await expect(jobs.rows.getByText('Applied')).toHaveCount(0);
  await apply(seeker, posting);
  await jobs.open(`?q=${mark}`);
  await expect(jobs.row(posting.title).getByText('Applied')).toBeVisible();
  await expect(jobs.row(other.title).getByText('Applied')).toHaveCount(0);
});

test('a search is a link', async ({ page, people }) => {
  const jobs = await new JobsPage(page).open();
  await jobs.search('engineer');
  await jobs.tick('Remote');
  await jobs.tick('Full-time');
  await jobs.sort('Highest pay').click();
  await expect(page).toHaveURL(/sort=pay/);
  await expect(jobs.sort('Highest pay')).toHaveAttribute('aria-current', 'true');
  const found = await jobs.shown();
  expect(found.length).toBeGreaterThan(0);

  const friend = new JobsPage(await people.visitor());
  await friend.page.goto(page.url());
  expect(await friend.shown()).toEqual(found);
  await expect(friend.what).toHaveValue('engineer');
  await expect(friend.filter('Remote')).toBeChecked();
  await expect(friend.filter('Hybrid')).not.toBeChecked();
  await expect(friend.count).toHaveText(await jobs.count.innerText());
});

test.describe('a link of another day', () => {
  test('past the end of the list says so', async ({ page }) => {
    const jobs = await new JobsPage(page).open('?after=1.00000000000000000000000000000000');
    await expect(jobs.rows).toHaveCount(0);
    await expect(jobs.main).toContainText('This page of the list is gone');
    await jobs.main.getByRole('link', { name: 'To the first page' }).click();
    await expect(jobs.rows).toHaveCount(20);
  });

  test('that makes no sense is searched for what is left of it', async ({ page }) => {
    const jobs = await new JobsPage(page).open('?category=chef&workplace=remote&pay=lots&after=nonsense');
    await expect(jobs.main).toContainText('Part of this link was not understood');
    await expect(jobs.chips).toHaveCount(1);
    await expect(jobs.filter('Remote')).toBeChecked();
    expect(await jobs.total()).toBeGreaterThan(0);
  });
});

test.describe('the home page', () => {
  test('searches', async ({ page, employer }) => {
    const posting = await publish(employer);
    await page.goto('/');
    const jobs = new JobsPage(page);
    await jobs.search(posting.title);
    await expect(jobs.titles).toHaveText([posting.title]);
  });

  test('leads to postings, fields of work and companies', async ({ page }) => {
    await page.goto('/');
    const home = new JobsPage(page);
    const newest = home.section('New jobs').getByRole('listitem').getByRole('link').first();
    const title = await newest.innerText();
    await newest.click();
    await expect(new JobPage(page).heading).toHaveText(title);

    await page.goto('/');
    const field = home.section('By field of work').getByRole('link').first();
    const [, count] = /([\d,]+)\s*$/.exec(await field.innerText()) ?? [];
    await field.click();
    await expect(home.chips).toHaveCount(1);
    expect(await home.total()).toBeGreaterThanOrEqual(Number(count.replace(/\D/g, '')));

    await page.goto('/');
    await home.section('Companies that hire').getByRole('listitem').getByRole('link').first().click();
    await expect(page).toHaveURL(/\/companies\/.+/);
  });
});
