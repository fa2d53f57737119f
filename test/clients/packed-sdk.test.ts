import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../packages/server/src/catalogue/catalogue.ts';
import { type TestServer, testServer } from '../../packages/server/test/surfaces/http/test-server.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

let project: string;
let server: TestServer;
let baseUrl: string;
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), 'vitrine-sdk-'));
  server = await testServer();
  baseUrl = await server.server.listen({ host: '127.0.0.1', port: 0 });
  await run('npm', ['pack', '--pack-destination', project], { cwd: join(root, 'packages/sdk') });
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'scratch', type: 'module' }));
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', './vitrine-sdk-0.1.0.tgz'], { cwd: project });
});
afterAll(async () => {
  await server.remove();
  rmSync(project, { recursive: true, force: true });
});

/** As somebody would write it who has nothing but the package. */
const program = `
import { createClient, CreditsSpentError } from '@vitrine/sdk';

const vitrine = createClient({ baseUrl: process.argv[2] ?? '', key: process.argv[3] ?? '' });
const prices: number[] = [];
for await (const product of vitrine.productList.all({ region: 'US', product_sort_field: 'total_sale_30d_cnt' })) {
  prices.push(product.spu_avg_price);
}
const [video] = await vitrine.shopVideos({ seller_id: '7490000000000000001' });
const spent = await vitrine.shopVideos({ seller_id: '1' }).catch((error: unknown) => error instanceof CreditsSpentError);
console.log(JSON.stringify({ prices, caption: video?.video_desc, spent }));
`;

describe('the packed SDK in a project of its own', () => {
  it('needs nothing besides', () => {
    const { dependencies = {} } = JSON.parse(
      readFileSync(join(project, 'node_modules/@vitrine/sdk/package.json'), 'utf8'),
    );
    expect(dependencies).toEqual({});
    const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8'));
    expect(Object.keys(packages)).toEqual(['', 'node_modules/@vitrine/sdk']);
  });

  it.each(['nodenext', 'bundler'])('has types that a strict compiler takes (%s)', async (resolution) => {
    writeFileSync(join(project, 'main.ts'), `declare const process: { readonly argv: readonly string[] };\n${program}`);
    const module = resolution === 'bundler' ? 'esnext' : 'nodenext';
    const flags = ['--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023,dom'];
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const checked = run(
      process.execPath,
      [tsc, ...flags, '--module', module, '--moduleResolution', resolution, 'main.ts'],
      {
        cwd: project,
      },
    );
    await expect(checked).resolves.toMatchObject({ stdout: '' });
    writeFileSync(join(project, 'wrong.ts'), program.replace('spu_avg_price', 'spu_average_price'));
    const refused = run(
      process.execPath,
      [tsc, ...flags, '--module', module, '--moduleResolution', resolution, 'wrong.ts'],
      {
        cwd: project,
      },
    );
    await expect(refused).rejects.toMatchObject({ stdout: expect.stringContaining('spu_average_price') });
  });

  it('asks a server', async () => {
    // A page of products and one of a shop's videos; the third call is one too many.
    const key = await server.newKey({ credits: 2 });
    writeFileSync(join(project, 'main.mjs'), program.replaceAll(/: (number\[\]|unknown)/g, ''));
    const { stdout } = await run(process.execPath, ['main.mjs', baseUrl, key.key], { cwd: project });
    const example = (id: string) => catalogue.find((endpoint) => endpoint.id === id)?.example.row;
    expect(JSON.parse(stdout)).toEqual({
      prices: [example('product-list')?.['spu_avg_price']],
      caption: example('shop-videos')?.['video_desc'],
      spent: true,
    });
  });
});
