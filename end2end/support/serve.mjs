// Serves a site with demo data out of a folder that lives as long as the tests do. What it logs is read by
// teardown.ts, so it goes into a file.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const built = resolve(here, '../../target');
const program = resolve(process.env.JOBI_BIN || join(built, 'release/jobi'));
const data = mkdtempSync(join(tmpdir(), 'jobi-e2e.'));
const results = resolve(here, '../test-results');
mkdirSync(results, { recursive: true });
const log = openSync(join(results, 'server.log'), 'w');

const env = {
  ...process.env,
  LEPTOS_SITE_ROOT: process.env.LEPTOS_SITE_ROOT || join(built, 'site'),
  LEPTOS_HASH_FILES: process.env.LEPTOS_HASH_FILES || 'true', // as scripts/build names them
  JOBI_DATA_DIR: data,
  JOBI_TRUST_PROXY: 'true',
};
delete env.JOBI_DATABASE_URL;
delete env.JOBI_BASE_URL;

const end = (status) => {
  rmSync(data, { recursive: true, force: true });
  process.exit(status);
};

const seeded = spawnSync(program, ['seed', '--jobs', '300'], { env, stdio: ['ignore', log, 'inherit'] });
if (seeded.status !== 0) {
  console.error(seeded.error?.message ?? `${program} seed: status ${seeded.status}`);
  end(1);
}
const server = spawn(program, ['serve'], { env, stdio: ['ignore', log, log] });
server.on('exit', (status) => end(status ?? 1));
// The whole process group is told to stop; the program's end ends this.
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => server.kill(signal));
