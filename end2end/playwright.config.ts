import { defineConfig, devices } from '@playwright/test';

/**
 * Every spec runs twice: in a browser with JavaScript and in one without; `*.hydrate.spec.ts` only with.
 *
 * JOBI_BIN       the program to test, else the optimised build of this checkout
 * JOBI_E2E_URL   a site that is running already and holds demo data: then none is started
 * JOBI_E2E_PORT  where the site of the tests listens
 * JOBI_CHROMIUM  the browser, else the one that Playwright brings
 * JOBI_E2E_TRACE when set, keeps a trace of each test that fails; recording takes as long again as the tests
 */
const port = process.env.JOBI_E2E_PORT || '3790';
const running = process.env.JOBI_E2E_URL;
const baseURL = running || `http://127.0.0.1:${port}`;
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results',
  globalTeardown: running ? undefined : './support/teardown.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  retries: 1, // a starved machine drops frames; what passes at the second try is reported as flaky
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    locale: 'en-GB',
    trace: process.env.JOBI_E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'off',
    video: 'off',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 15_000,
    navigationTimeout: 20_000,
    launchOptions: {
      executablePath: process.env.JOBI_CHROMIUM || undefined,
      args: [...quiet, ...asRoot],
    },
  },
  projects: [
    { name: 'scripted' },
    { name: 'plain', testIgnore: '**/*.hydrate.spec.ts', use: { javaScriptEnabled: false } },
  ],
  webServer: running
    ? undefined
    : {
        command: 'node support/serve.mjs',
        url: `${baseURL}/readyz`,
        env: { JOBI_ADDR: `127.0.0.1:${port}` },
        timeout: 60_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
      },
});
