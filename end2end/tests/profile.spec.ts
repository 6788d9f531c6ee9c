import { JobPage } from '../pages/job';
import { JobsForMePage, ProfilePage } from '../pages/profile';
import { publish } from '../support/postings';
import { expect, fresh, test } from './fixtures';

test('a profile is kept', async ({ seeker }) => {
  const profile = await new ProfilePage(seeker.page).open();
  await profile.headline.fill('Arborist with a head for heights');
  await profile.place.fill('Leipzig');
  await profile.phone.fill('+49 341 123456');
  await profile.about.fill('Ten years in old trees.\n\nAnd in new ones.');
  await profile.skills.fill('Pruning, Climbing, pruning');
  await profile.links.fill('trees.example/ada\nhttps://ada.example');
  await profile.saveProfile();
  await profile.expectDone('Your profile is saved.');
  await profile.open();
  await expect(profile.headline).toHaveValue('Arborist with a head for heights');
  await expect(profile.place).toHaveValue('Leipzig');
  await expect(profile.phone).toHaveValue('+49 341 123456');
  await expect(profile.about).toHaveValue('Ten years in old trees.\n\nAnd in new ones.');
  await expect(profile.skills).toHaveValue('Pruning, Climbing');
  await expect(profile.links).toHaveValue('https://trees.example/ada\nhttps://ada.example');
});

test('what is wrong is said beside its field, and nothing is lost', async ({ seeker, troubles, scripted }) => {
  if (scripted) troubles.expectStatus(422);
  const profile = await new ProfilePage(seeker.page).open();
  await profile.headline.fill('Arborist');
  await profile.phone.fill('call me');
  await profile.links.fill('javascript:alert(1)');
  await profile.saveProfile();
  await profile.expectProblem(profile.phone, /Please enter a phone number/);
  await profile.expectProblem(profile.links, /Please enter a web address/);
  await expect(profile.headline).toHaveValue('Arborist');
  await expect(profile.phone).toHaveValue('call me');
});

test('preferences are kept', async ({ seeker }) => {
  const profile = await new ProfilePage(seeker.page).open();
  await profile.titles.fill('Arborist, Gardener');
  await profile.places.fill('Leipzig, Halle');
  await profile.leastPay.fill('40000');
  await profile.wish('Science').check();
  await profile.wish('Hybrid').check();
  await profile.wish('Part-time').check();
  await profile.savePreferences();
  await profile.expectDone('Your preferences are saved.');
  await profile.open();
  await expect(profile.titles).toHaveValue('Arborist, Gardener');
  await expect(profile.places).toHaveValue('Leipzig, Halle');
  await expect(profile.leastPay).toHaveValue('40000');
  await expect(profile.wish('Science')).toBeChecked();
  await expect(profile.wish('Hybrid')).toBeChecked();
  await expect(profile.wish('Part-time')).toBeChecked();
  await expect(profile.wish('Remote')).not.toBeChecked();
});

test('what fits is listed best first, and says why', async ({ seeker, employer }) => {
  const [word, city] = [fresh.word(), `Trees ${fresh.word()}`];
  const title = `Garden topiarist ${word}`;
  const wanted = { title, city, workplace: 'hybrid', pay_max: '61000' };
  const best = await publish(employer, wanted);
  const good = await publish(employer, { ...wanted, title: `Garden topiarist ${fresh.word()}`, skills: 'Juggling' });
  const poor = await publish(employer, { ...wanted, title: `${title} II`, pay_max: '45000' });
  const away = await publish(employer, { ...wanted, title: `${title} III`, city: 'Elsewhere' });

  const forMe = await new JobsForMePage(seeker.page).open();
  await expect(forMe.main).toContainText('We do not know yet what you look for');
  await forMe.main.getByRole('link', { name: 'Tell what you look for' }).click();
  const profile = new ProfilePage(seeker.page);
  await profile.skills.fill('Pruning');
  await profile.saveProfile();
  await profile.expectDone('Your profile is saved.');
  await profile.titles.fill(title);
  await profile.places.fill(city);
  await profile.leastPay.fill('60000');
  await profile.wish('Hybrid').check();
  await profile.savePreferences();
  await profile.expectDone('Your preferences are saved.');

  await forMe.open();
  await expect(forMe.rows.getByRole('heading')).toHaveText([best.title, good.title]);
  await expect(forMe.reasons(best.title)).toHaveText([
    `Like “${title}”`,
    'Matches your skills: Pruning',
    `In ${city}`,
    'Hybrid, as you like',
    'Pay can reach 60,000 € a year',
  ]);
  for (const unfit of [poor, away]) await expect(forMe.row(unfit.title)).toHaveCount(0);
  await forMe.rows.first().getByRole('link').click();
  await expect(new JobPage(seeker.page).heading).toHaveText(best.title);
});
