import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whatever the specs did, the program has neither panicked nor failed inside. */
export default function teardown() {
  const log = readFileSync(join(__dirname, '../test-results/server.log'), 'utf8');
  const bad = log.split('\n').filter((line) => /panicked at|\bERROR\b/.test(line));
  if (bad.length > 0) throw new Error(`the server's log holds ${bad.length} errors:\n${bad.slice(0, 20).join('\n')}`);
}
