import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const built = resolve(__dirname, '../../target');

/** What a run of the program said, and how it ended. */
export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The `jobi` program with a data folder of its own, as an operator uses it. */
export class Program {
  readonly data = mkdtempSync(join(tmpdir(), 'jobi-operator.'));
  private servers: ChildProcess[] = [];
  /** What the servers have logged. */
  private log = '';

  private start(args: string[], env: Record<string, string>): ChildProcess {
    const { JOBI_DATABASE_URL: _database, JOBI_BASE_URL: _base, ...outside } = process.env;
    return spawn(resolve(process.env.JOBI_BIN || join(built, 'release/jobi')), args, {
      env: {
        ...outside,
        LEPTOS_SITE_ROOT: process.env.LEPTOS_SITE_ROOT || join(built, 'site'),
        LEPTOS_HASH_FILES: process.env.LEPTOS_HASH_FILES || 'true', // as scripts/build names them
        JOBI_DATA_DIR: this.data,
        ...env,
      },
    });
  }

  /** Runs a command to its end; `input` is what is typed. Where it is `unread`, whoever reads has left before. */
  async run(args: string[], env: Record<string, string> = {}, input = '', { unread = false } = {}): Promise<Ended> {
    const child = this.start(args, env);
    const said = { stdout: '', stderr: '' };
    if (unread) child.stdout?.destroy();
    child.stdout?.on('data', (text) => (said.stdout += text));
    child.stderr?.on('data', (text) => (said.stderr += text));
    child.stdin?.on('error', () => {}); // it may end without reading
    child.stdin?.end(input);
    const [status] = await once(child, 'close');
    return { status, ...said };
  }

  /** Serves at a free port; resolves when the site answers. */
  async serve(env: Record<string, string> = {}): Promise<{ url: string; server: ChildProcess }> {
    const url = `http://${env.JOBI_ADDR ?? `127.0.0.1:${await freePort()}`}`;
    const server = this.start(['serve'], { JOBI_ADDR: url.slice('http://'.length), ...env });
    server.stdout?.on('data', (text) => (this.log += text));
    server.stderr?.on('data', (text) => (this.log += text));
    this.servers.push(server);
    for (;;) {
      const ready = await fetch(`${url}/readyz`).catch(() => undefined);
      if (ready?.ok) return { url, server };
      if (server.exitCode !== null) throw new Error(`jobi serve ended with ${server.exitCode}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The same under a name: there are no passkeys of bare addresses. */
  async serveNamed(): Promise<{ url: string; named: string }> {
    const port = await freePort();
    const named = `http://localhost:${port}`;
    const { url } = await this.serve({ JOBI_ADDR: `127.0.0.1:${port}`, JOBI_BASE_URL: named });
    return { url, named };
  }

  /** Waits for a line of the servers' log. */
  async said(pattern: RegExp): Promise<string> {
    for (;;) {
      const line = this.log.split('\n').find((line) => pattern.test(line));
      if (line !== undefined) return line;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  end(): void {
    for (const server of this.servers) server.kill('SIGKILL');
    rmSync(this.data, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
