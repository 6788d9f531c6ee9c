import { SecurityPage } from '../pages/security';
import { Program } from '../support/program';
import { totp } from '../support/totp';
import { expect, fresh, test as base } from './fixtures';

const test = base.extend<{ jobi: Program }>({
  jobi: async ({}, use) => {
    const program = new Program();
    await use(program);
    program.end();
  },
});

test('the first run makes an admin, who sees the administration with a second factor', async ({
  jobi,
  page,
  axe,
  troubles,
}) => {
  troubles.expectStatus(403);
  const { url } = await jobi.serve();
  const link = /http:\S+\/setup\?token=[0-9a-f]+/.exec(await jobi.said(/make the first admin/))?.[0] ?? '';
  const security = new SecurityPage(page);
  await page.goto(link);
  await axe(page);
  const password = fresh.password();
  await security.field('Your name').fill('Ada');
  await security.field('E-mail').fill('ada@people.example');
  await security.field('Password').fill(password);
  await security.main.getByRole('button', { name: 'Make the account' }).click();
  await expect(page).toHaveURL(/\/settings\/security/);
  await expect(security.main).toContainText('your account needs a second factor');
  await page.goto(`${url}/admin`);
  await security.main.getByRole('link', { name: 'Set one up' }).click();
  await security.setUpApp(password, totp);
  for (const path of ['/admin', '/admin/reports', '/admin/audit?event=site_setup']) {
    await page.goto(url + path);
    await axe(page);
  }
  await expect(security.main.getByRole('row')).toHaveCount(2);
  await page.goto(link);
  await expect(security.heading).toHaveText('This link is not good any more');

  const invited = await jobi.run(['user', 'invite', 'mo@people.example', '--staff', 'moderator', '--base-url', url]);
  expect(invited.status, invited.stderr).toBe(0);
  expect(invited.stdout).toContain(`${url}/join?token=`);
  const off = await jobi.run(['user', 'staff', 'ada@people.example', 'none']);
  expect(off.status, off.stderr).toBe(0);
});
