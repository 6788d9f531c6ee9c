import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from '@playwright/test';

const built = resolve(__dirname, '../../target');

/** A site of its own whose clock can be moved: that of the others is everybody's. */
export class ClockSite {
  private constructor(
    readonly url: string,
    private readonly server: ChildProcess,
    private readonly data: string,
  ) {}

  static async start(): Promise<ClockSite> {
    const program = resolve(process.env.JOBI_BIN || join(built, 'release/jobi'));
    const data = mkdtempSync(join(tmpdir(), 'jobi-clock.'));
    const address = `127.0.0.1:${await freePort()}`;
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      LEPTOS_SITE_ROOT: process.env.LEPTOS_SITE_ROOT || join(built, 'site'),
      LEPTOS_HASH_FILES: process.env.LEPTOS_HASH_FILES || 'true',
      JOBI_ADDR: address,
      JOBI_DATA_DIR: data,
      JOBI_TEST_CLOCK: 'true',
      JOBI_TRUST_PROXY: 'true',
    };
    delete env.JOBI_DATABASE_URL;
    delete env.JOBI_BASE_URL;
    const server = spawn(program, ['serve'], { env, stdio: 'ignore' });
    const site = new ClockSite(`http://${address}`, server, data);
    await expect.poll(() => site.answers(), { timeout: 30_000 }).toBe(true);
    return site;
  }

  /** Moves the clock forward; what is due by then is done soon after. */
  async forward(days: number, minutes = 0): Promise<void> {
    const forward = String((days * 24 * 60 + minutes) * 60);
    const answer = await fetch(`${this.url}/dev/clock`, { method: 'POST', body: new URLSearchParams({ forward }) });
    expect(answer.status).toBe(204);
  }

  async stop(): Promise<void> {
    const ended = new Promise((done) => this.server.once('exit', done));
    this.server.kill('SIGTERM');
    await ended;
    rmSync(this.data, { recursive: true, force: true });
  }

  private async answers(): Promise<boolean> {
    return fetch(`${this.url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}
