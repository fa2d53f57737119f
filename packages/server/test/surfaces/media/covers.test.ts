import { existsSync, readdirSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openMediaKey } from '../../../src/surfaces/media/media-key.ts';
import { signedPath } from '../../../src/surfaces/media/signed-address.ts';
import { type AdminServer, adminServer, expectError } from '../admin/admin-server.ts';
import { type Origin, startOrigin } from './origin.ts';

const cover = 'https://images.example/product,1.jpg?x=1&y="2"';
const secondCover = 'http://images.example/product-2.jpg';
const videoCover = 'https://images.example/video.jpg';
const avatar = 'https://images.example/avatar.jpg';
const inside = 'http://inside.example/cover.jpg';

const observed_at = '2026-11-20T10:00:00Z';
const records = [
  {
    kind: 'product',
    product_id: '1',
    region: 'US',
    observed_at,
    cover_url: [
      { url: cover, index: 0 },
      { url: secondCover, index: 1 },
      { url: inside, index: 2 },
    ],
  },
  { kind: 'creator', user_id: '7', observed_at, avatar },
  {
    kind: 'video',
    video_id: '8',
    user_id: '7',
    observed_at,
    reflow_cover: videoCover,
    products: [{ product_id: '1' }],
  },
];

let origin: Origin;
let server: AdminServer;
let token: string;
let image: Buffer;
beforeAll(async () => {
  origin = await startOrigin();
  server = await adminServer({}, origin);
  const body = records.map((record) => JSON.stringify(record)).join('\n');
  await server.call('POST', '/admin/v1/ingest', { body, headers: { 'content-type': 'application/x-ndjson' } });
  await server.call('POST', '/admin/v1/publish');
  token = (await server.vitrine.keys.create({ name: 'caller', qps: 1_000 })).key;
  image = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#336699' } })
    .jpeg()
    .toBuffer();
});
afterAll(async () => {
  await server.remove();
  await origin.close();
});
beforeEach(() => {
  origin.asked.length = 0;
  origin.targets.length = 0;
  origin.hosts.set('inside.example', ['169.254.169.254']);
  origin.answer = (_request, response) => response.end(image);
});

function ask(cover_urls: string, options: Parameters<AdminServer['call']>[2] = { token }) {
  return server.call('GET', `/v1/tiktok/batch/cover/download?${new URLSearchParams({ cover_urls })}`, options);
}

async function converted(address: string): Promise<string> {
  const [row] = (await ask(address)).json.data as readonly { readonly converted_url: string }[];
  return row?.converted_url ?? '';
}

describe('cover download', () => {
  it('gives an address of this server for each that a row shows, in order, and none for others', async () => {
    const other = 'https://images.example/other.jpg';
    const answer = await ask([cover, other, avatar, videoCover, secondCover].join(','));
    expect(answer.json).toMatchObject({ code: 0, message: 'success' });
    const ours = expect.stringMatching(new RegExp(`^${server.url}/media/image\\.webp\\?address=`));
    expect(answer.json.data).toEqual([
      { [cover]: ours, original_url: cover, converted_url: ours },
      { [other]: '', original_url: other, converted_url: '' },
      { [avatar]: ours, original_url: avatar, converted_url: ours },
      { [videoCover]: ours, original_url: videoCover, converted_url: ours },
      { [secondCover]: ours, original_url: secondCover, converted_url: ours },
    ]);
    expect(origin.asked).toEqual([]);
  });

  it('has the address as the first name of a row, and the one of this server as its value', async () => {
    const { json } = await ask([cover, avatar].join(','));
    const rows = json.data as readonly Readonly<Record<string, string>>[];
    expect(rows.map((row) => Object.keys(row))).toEqual(
      [cover, avatar].map((address) => [address, 'original_url', 'converted_url']),
    );
    for (const row of rows) expect(row[row['original_url'] ?? '']).toBe(row['converted_url']);
  });

  it('costs one credit, whatever it finds, and wants a key', async () => {
    const key = await server.vitrine.keys.create({ name: 'spender', credits: 2 });
    await ask(`${cover},${avatar}`, { token: key.key });
    await ask('https://images.example/other.jpg', { token: key.key });
    expectError(await ask(cover, { token: key.key }), 402, /quota is not enough/);
    expectError(await ask(cover, { token: null }), 401, /apiKey is null/);
  });

  it.each([
    ['nothing', ''],
    ['eleven addresses', Array.from({ length: 11 }, (_, i) => `http://a.example/${i}`).join(',')],
    ['a file', 'file:///etc/passwd'],
    ['no address', 'cover.jpg'],
    ['an address that is too long', `http://a.example/${'a'.repeat(2_048)}`],
  ])('refuses %s', async (_what, given) => {
    expectError(
      await ask(given),
      400,
      /^(Missing required parameter: cover_urls|Invalid parameter: cover_urls: expected 1 to 10)/,
    );
  });

  it('is a tool of agents too, who may send a list', async () => {
    const call = { name: 'batch_download_cover_images', arguments: { cover_urls: [cover, avatar] } };
    const body = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: call };
    const answer = (await server.call('POST', '/tiktok/mcp', { token, body })).json as unknown as {
      readonly result: { readonly content: readonly { readonly text: string }[] };
    };
    const envelope = JSON.parse(answer.result.content[0]?.text ?? '') as { data: { converted_url: string }[] };
    expect(envelope.data.map(({ converted_url }) => converted_url)).toEqual([
      await converted(cover),
      await converted(avatar),
    ]);
  });
});

describe('an address of this server', () => {
  it('serves the image as WebP to whoever has it, for other sites to show', async () => {
    const response = await fetch(await converted(cover));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    const seconds = Number(/^private, max-age=(\d+)$/.exec(response.headers.get('cache-control') ?? '')?.[1]);
    expect(seconds).toBeGreaterThan(3_590);
    expect(seconds).toBeLessThanOrEqual(7_200);
    const { format, width } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([format, width]).toEqual(['webp', 90]);
    expect(origin.asked).toEqual(['/product,1.jpg?x=1&y=%222%22']);
  });

  it('serves a small square with a 404 where the origin has the image no more', async () => {
    origin.answer = (_request, response) => response.writeHead(410).end();
    const response = await fetch(await converted(secondCover));
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'image/webp']);
    expect(response.headers.get('cache-control')).toBe('private, max-age=60');
    const { format, width } = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([format, width]).toEqual(['webp', 96]);
  });

  it('serves nothing from inside, though a row names it', async () => {
    const response = await fetch(await converted(inside));
    expect(response.status).toBe(404);
    expect(origin.targets).toEqual([]);
  });

  it('is refused when it is changed, and when it has expired', async () => {
    const url = await converted(cover);
    const changed = new URL(url);
    changed.searchParams.set('address', avatar);
    expectError(
      await server.call('GET', changed.href),
      400,
      /^Invalid parameter: signature: expected address, expires/,
    );
    expectError(await server.call('GET', '/media/image.webp'), 400, /^Invalid parameter: signature/);
    const key = await openMediaKey(server.vitrine.accounts);
    const old = signedPath(cover, key, Date.UTC(2020, 0, 1, 0, 30));
    expectError(await server.call('GET', old), 410, 'This image URL expired at 2020-01-01T02:00:00.000Z');
  });

  it('is of no use for an address that no row shows, though it is signed', async () => {
    const key = await openMediaKey(server.vitrine.accounts);
    const path = signedPath('https://images.example/other.jpg', key, Date.now());
    expect((await fetch(new URL(path, server.url))).status).toBe(404);
    expect(origin.asked).toEqual([]);
  });
});

describe('a creator who is erased', () => {
  it('has no images here any more, on disk or to be fetched again', async () => {
    const theirs = [await converted(videoCover), await converted(avatar)];
    for (const url of theirs) expect((await fetch(url)).status).toBe(200);
    const { media } = server.vitrine.paths;
    expect(readdirSync(media).length).toBeGreaterThanOrEqual(2);
    await server.vitrine.eraseCreator('7', { unknown: true });
    expect(existsSync(media) ? readdirSync(media) : []).toEqual([]);
    origin.asked.length = 0;
    for (const url of theirs) expect((await fetch(url)).status).toBe(404);
    expect(origin.asked).toEqual([]);
    expect([await converted(videoCover), await converted(avatar)]).toEqual(['', '']);
    expect((await fetch(await converted(cover))).status).toBe(200);
  });
});
