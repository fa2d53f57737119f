import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../packages/server/src/catalogue/catalogue.ts';
import { type TestServer, testServer } from '../../packages/server/test/surfaces/http/test-server.ts';
import { type ScratchProject, scratchProject } from './scratch-project.ts';

let project: ScratchProject;
let server: TestServer;
let baseUrl: string;
beforeAll(async () => {
  server = await testServer();
  baseUrl = await server.server.listen({ host: '127.0.0.1', port: 0 });
  project = await scratchProject(['sdk']);
});
afterAll(async () => {
  await server.remove();
  project.remove();
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
      readFileSync(join(project.path, 'node_modules/@vitrine/sdk/package.json'), 'utf8'),
    );
    expect(dependencies).toEqual({});
    const { packages } = JSON.parse(readFileSync(join(project.path, 'package-lock.json'), 'utf8'));
    expect(Object.keys(packages)).toEqual(['', 'node_modules/@vitrine/sdk']);
  });

  it.each(['node10', 'node16', 'nodenext', 'bundler'] as const)(
    'has types that a strict compiler takes (%s)',
    (resolution) => {
      const typed = `declare const process: { readonly argv: readonly string[] };\n${program}`;
      const wrong = typed.replace('spu_avg_price', 'spu_average_price');
      const errors = project.typeErrors({ 'main.ts': typed, 'wrong.ts': wrong }, resolution);
      expect(errors).toEqual({ 'wrong.ts': expect.stringContaining('spu_average_price') });
    },
  );

  it('asks a server', async () => {
    // A page of products and one of a shop's videos; the third call is one too many.
    const key = await server.newKey({ credits: 2 });
    writeFileSync(join(project.path, 'main.mjs'), program.replaceAll(/: (number\[\]|unknown)/g, ''));
    const { stdout } = await project.run(process.execPath, ['main.mjs', baseUrl, key.key]);
    const example = (id: string) => catalogue.find((endpoint) => endpoint.id === id)?.example.row;
    expect(JSON.parse(stdout)).toEqual({
      prices: [example('product-list')?.['spu_avg_price']],
      caption: example('shop-videos')?.['video_desc'],
      spent: true,
    });
  });
});
