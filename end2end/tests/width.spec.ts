import { busyPlaces } from '../support/places';
import { expectNoSideways } from '../support/width';
import { publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

const widths = [320, 390, 1280];

test('a title of 200 letters makes no page wider', async ({ page, seeker, employer }) => {
  test.setTimeout(180_000);
  const title = `${fresh.word()}${'W'.repeat(200)}`.slice(0, 200);
  const posting = await publish(employer, { title, city: 'W'.repeat(100), skills: 'W'.repeat(60) });
  const busy = await busyPlaces(employer, seeker);
  const long = `/employer/postings/${posting.id}`;
  for (const [reader, paths] of [
    [page, [`/jobs?q=${title}`, `/jobs/${posting.slug}`, '/jobs', busy.visitor[3] ?? '']],
    [seeker.page, [`/jobs/${posting.slug}/apply`, `/jobs/${posting.slug}/ask`]],
    [
      employer.page,
      ['/employer', '/employer/postings', '/employer/candidates', long, `${long}/preview`, `${long}/stages`],
    ],
  ] as const) {
    for (const width of widths) {
      await reader.setViewportSize({ width, height: 800 });
      for (const path of paths) {
        await reader.goto(path);
        await expectNoSideways(reader);
      }
    }
  }
});

for (const [what, description] of [
  ['200 quotes inside each other', `${'> '.repeat(200)}Deep down`],
  ['200 lists inside each other', `${'- '.repeat(200)}Deep down`],
  ['a wide table', `|${'column|'.repeat(40)}\n|${'-|'.repeat(40)}\n|${'WWWWWWWW|'.repeat(40)}\n\nDeep down`],
  ['code in a long line', `\`\`\`\n${'W'.repeat(500)}\n\`\`\`\n\nDeep down`],
  ['long addresses', `https://example.org/${'w'.repeat(300)}\n\nDeep down`],
] as const) {
  test(`nor does a description of ${what}`, async ({ page, employer }) => {
    const posting = await publish(employer, { description });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/jobs/${posting.slug}`);
      await expectNoSideways(page);
      const text = await page.getByText('Deep down').boundingBox();
      expect(text?.width, 'there is room to read it').toBeGreaterThan(100);
    }
  });
}

test('a job ad is shown as it was written', async ({ page, employer }) => {
  const description = [
    'Wir suchen Mitarbeiter*innen und Kolleg*innen.',
    'Acme GmbH\nHauptplatz 1',
    'Aufgaben:\n• pflanzen\n• gießen',
    '2026. Ein gutes Jahr',
    'Fragen? jobs@acme.example, +43 316 123456 oder www.acme.example',
  ].join('\n\n');
  const posting = await publish(employer, { description });
  await page.goto(`/jobs/${posting.slug}`);
  const prose = page.locator('.prose');
  await expect(prose).toContainText('Mitarbeiter*innen und Kolleg*innen');
  await expect(prose.locator('br')).toHaveCount(1);
  await expect(prose.getByRole('listitem')).toHaveText(['pflanzen', 'gießen']);
  await expect(prose.locator('ol')).toHaveCount(0);
  const leads = await prose.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(leads).toEqual(['mailto:jobs@acme.example', 'tel:+43316123456', 'https://www.acme.example']);
});
