import { once } from 'node:events';
import { request } from 'node:http';
import { Program } from '../support/program';
import { expect, test as base } from './fixtures';

// No page is opened here: once is enough.
const test = base.extend<{ jobi: Program }>({
  jobi: async ({}, use) => {
    const program = new Program();
    await use(program);
    program.end();
  },
});

const password = 'correct horse battery';

test.describe('a wrong setting stops the start and says what to do', () => {
  const wrong: [string, string, RegExp][] = [
    ['JOBI_ADDR', 'everywhere', /JOBI_ADDR|--addr/],
    ['JOBI_ADDR', '192.0.2.1:3000', /cannot listen on 192\.0\.2\.1:3000.*set JOBI_ADDR/s], // RFC 5737: nobody's
    ['JOBI_BASE_URL', 'ftp://jobs.example.org', /ftp: is not http: or https:/],
    ['JOBI_BASE_URL', 'https://example.org/jobs', /a site lives at the root of its host/],
    ['JOBI_DATABASE_URL', 'mysql://localhost/jobi', /must begin with sqlite: or postgres:\/\/.*JOBI_DATABASE_URL/s],
    ['JOBI_DATABASE_URL', 'postgres://nobody@127.0.0.1:1/jobi', /cannot open the database.*JOBI_DATABASE_URL/s],
    ['JOBI_DATA_DIR', '/dev/null/data', /cannot make the data folder.*set JOBI_DATA_DIR/s],
    ['JOBI_LOG_FORMAT', 'xml', /text, json/],
    ['LEPTOS_SITE_ROOT', '/nowhere', /run \.\/scripts\/build, or set LEPTOS_SITE_ROOT/],
  ];
  for (const [name, value, sentence] of wrong) {
    test(`${name}=${value}`, async ({ jobi }) => {
      const ended = await jobi.run(['serve'], { [name]: value });
      expect(ended.stderr).toMatch(sentence);
      expect(ended.stderr).not.toContain('panicked');
      expect(ended.status).not.toBe(0);
    });
  }

  test('an address that is taken', async ({ jobi }) => {
    const { url } = await jobi.serve();
    const ended = await jobi.run(['serve'], { JOBI_ADDR: url.slice('http://'.length) });
    expect(ended.stderr).toMatch(/cannot listen on .*set JOBI_ADDR/s);
    expect(ended.status).not.toBe(0);
  });
});

test('demo data is the same every time, and never added to what is there', async ({ jobi }) => {
  const other = new Program();
  for (const program of [jobi, other]) {
    const seeded = await program.run(['seed', '--jobs', '40']);
    expect(seeded.status, seeded.stderr).toBe(0);
  }
  const slugs = async (program: Program) => {
    const { url, server } = await program.serve();
    const map = async (path: string) => (await fetch(url + path)).text();
    const files = (await map('/sitemap.xml')).match(/\/sitemaps\/[^<]+/g) ?? [];
    const maps = await Promise.all(files.map(map));
    server.kill();
    return maps
      .join('')
      .match(/\/(jobs|companies)\/[^<]+/g)
      ?.sort();
  };
  const first = await slugs(jobi);
  expect(first?.length).toBeGreaterThan(20);
  expect(await slugs(other)).toEqual(first);
  other.end();

  const again = await jobi.run(['seed', '--jobs', '40']);
  expect(again.status).not.toBe(0);
  expect((await jobi.run(['seed', '--if-empty', '--jobs', '40'])).status).toBe(0);
  expect(await slugs(jobi)).toEqual(first);
});

test('demo data is kept from a site for real, unless one insists', async ({ jobi }) => {
  const real = { JOBI_BASE_URL: 'https://jobs.example.org' };
  const refused = await jobi.run(['seed', '--jobs', '40'], real);
  expect(refused.status).not.toBe(0);
  expect(refused.stderr).toMatch(/https:\/\/jobs\.example\.org.* is a site for real.*--public-demo/);
  expect((await jobi.run(['seed', '--jobs', '40', '--public-demo'], real)).status).toBe(0);
});

test('a list that nobody reads to its end ends quietly', async ({ jobi }) => {
  expect((await jobi.run(['seed', '--jobs', '40'])).status).toBe(0);
  for (const command of [['user', 'list'], ['migrate']]) {
    const ended = await jobi.run(command, {}, '', { unread: true });
    expect(ended.status, ended.stderr).toBe(0);
    expect(ended.stderr).not.toMatch(/panicked|jobi:/);
  }
});

test('accounts are made, listed, given a new password, shut out and let in', async ({ jobi }) => {
  const { url } = await jobi.serve();
  const logIn = async (password: string) => {
    const body = new URLSearchParams({ email: 'Ada@Example.org', password });
    const headers = { accept: 'application/json', origin: url, 'content-type': 'application/x-www-form-urlencoded' };
    return (await fetch(`${url}/api/login`, { method: 'POST', body, headers })).status;
  };
  const create = (company: string[], password: string) =>
    jobi.run(['user', 'create', 'ada@example.org', '--name', 'Ada', ...company], {}, `${password}\n`);

  expect((await create([], 'short')).stderr).toContain('a password has 10 to 128 characters');
  expect((await create(['--company', 'Analytical Engines'], password)).stdout).toContain('ada@example.org can log in');
  expect((await create([], password)).stderr).toContain('there is an account of ada@example.org already');
  expect(await logIn(password)).toBe(200);
  expect((await jobi.run(['user', 'list'])).stdout).toMatch(/^ada@example\.org\temployer\tactive\t\S+\tAda$/m);

  const set = await jobi.run(['user', 'set-password', 'ada@example.org'], {}, 'another long one\n');
  expect(set.status).toBe(0);
  expect(set.stderr).toMatch(
    /jobi::security.*event="command_user_set_password" outcome="done" user="[0-9a-f-]{36}" address="console"/,
  );
  expect(await logIn(password)).toBe(409);
  expect(await logIn('another long one')).toBe(200);

  expect((await jobi.run(['user', 'disable', 'ada@example.org'])).stdout).toContain('shut out');
  expect(await logIn('another long one')).not.toBe(200);
  expect((await jobi.run(['user', 'disable', '--undo', 'ada@example.org'])).status).toBe(0);
  expect(await logIn('another long one')).toBe(200);

  expect((await jobi.run(['user', 'disable', 'nobody@example.org'])).stderr).toContain('there is no account of');
});

test('SIGTERM finishes what is in flight and takes nothing new', async ({ jobi }) => {
  const { url, server } = await jobi.serve();
  const ended = once(server, 'exit');
  const body = 'email=ada%40example.org&password=wrong-wrong';
  const login = request(`${url}/api/login`, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      origin: url,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
    },
  });
  const answered = once(login, 'response');
  // Half of it is with the server when another request has been answered.
  login.write(body.slice(0, 10));
  const [socket] = await once(login, 'socket');
  if (socket.connecting) await once(socket, 'connect');
  await fetch(`${url}/healthz`);
  server.kill('SIGTERM');
  await expect(async () => {
    expect(
      await fetch(`${url}/healthz`).then(
        () => 'answers',
        () => 'refuses',
      ),
    ).toBe('refuses');
  }).toPass();
  expect(server.exitCode).toBe(null);
  login.end(body.slice(10));
  const [response] = await answered;
  expect(response.statusCode).toBe(409);
  response.resume();
  expect((await ended)[0]).toBe(0);
});

test('what is logged has a request id and no secrets', async ({ jobi }) => {
  const { url, server } = await jobi.serve({ JOBI_LOG_FORMAT: 'json', RUST_LOG: 'jobi=debug' });
  let log = '';
  server.stdout?.on('data', (text) => (log += text));
  server.stderr?.on('data', (text) => (log += text));
  const response = await fetch(`${url}/api/login`, {
    method: 'POST',
    headers: { accept: 'application/json', origin: url, cookie: 'jobi=a-secret-token' },
    body: new URLSearchParams({ email: 'ada@example.org', password: 'a-secret-password' }),
  });
  const id = response.headers.get('x-request-id');
  expect(id).toBeTruthy();
  await expect(async () => expect(log).toContain(id)).toPass();
  const line = log.split('\n').find((line) => line.includes(String(id)));
  expect(JSON.parse(String(line))).toBeTruthy();
  expect(log).not.toContain('a-secret');
});
