import { expect, test } from './fixtures';
import type { Response } from '@playwright/test';

const allowed = 330_000;

for (const path of ['/', '/jobs']) {
  test(`a first visit of ${path} loads at most ${allowed / 1000} kB`, async ({ page }) => {
    const responses: Response[] = [];
    page.on('response', (response) => responses.push(response));
    await page.goto(path);
    // biome-ignore lint/suspicious/noPlaywrightNetworkidle: what is weighed is all that a page loads, until it loads no more
    await page.waitForLoadState('networkidle');
    const loaded = await Promise.all(
      responses.map(async (response) => ({
        path: new URL(response.url()).pathname,
        type: (await response.headerValue('content-type')) ?? '',
        encoding: await response.headerValue('content-encoding'),
        cache: (await response.headerValue('cache-control')) ?? '',
        bytes: (await response.request().sizes()).responseBodySize,
      })),
    );
    const table = loaded.map(({ path, bytes, encoding }) => `${bytes} ${encoding ?? '-'} ${path}`).join('\n');
    test.info().annotations.push({ type: 'weight', description: table });

    const total = loaded.reduce((sum, { bytes }) => sum + bytes, 0);
    const assets = loaded.filter(({ path }) => path.startsWith('/pkg/'));
    expect(total, table).toBeLessThanOrEqual(allowed);
    expect(assets.map(({ type }) => type.split(';')[0]).sort(), table).toEqual(
      expect.arrayContaining(['application/wasm', 'text/css', 'text/javascript']),
    );
    for (const asset of assets) {
      expect(asset.encoding, asset.path).toBe('br');
      expect(asset.bytes, asset.path).toBeGreaterThan(0);
      expect(asset.cache, asset.path).toContain('max-age=31536000');
    }
    expect(loaded[0].encoding, 'the page itself').toMatch(/^(br|gzip|zstd)$/);
  });
}
