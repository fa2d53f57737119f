import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AdminServer, adminServer, expectError } from './admin-server.ts';

/** The person to be erased, and one who is not. */
const erased = { id: '7012345678901234567', handle: 'zyxgoneperson', video: '81', live: '91' };
const other = { id: '7076543210987654321', handle: 'zyxstayingperson', video: '82', live: '92' };

function recordsOf({ id: user_id, handle, video, live }: typeof erased): readonly object[] {
  const products = [{ product_id: '1' }];
  return ['2026-11-18', '2026-11-19', '2026-11-20'].flatMap((day, index) => {
    const observed_at = `${day}T10:00:00Z`;
    const total_views_cnt = 1_000 * (index + 1);
    return [
      {
        kind: 'creator',
        user_id,
        observed_at,
        unique_id: handle,
        nick_name: `Nick ${handle}`,
        signature: `says ${handle}`,
        contact_email: `${handle}@mail.example`,
        total_followers_cnt: 5,
      },
      {
        kind: 'video',
        video_id: video,
        user_id,
        observed_at,
        video_desc: `by ${handle}`,
        play_addr: `https://cdn.example/${handle}`,
        total_views_cnt,
        products,
      },
      { kind: 'live', live_id: live, user_id, observed_at, title: `live ${handle}`, total_views_cnt, products },
    ];
  });
}

const product = ['2026-11-18', '2026-11-19', '2026-11-20'].map((day, index) => ({
  kind: 'product',
  product_id: '1',
  region: 'US',
  seller_id: '3',
  observed_at: `${day}T10:00:00Z`,
  spu_avg_price: 2,
  total_sale_cnt: 100 * (index + 1),
}));

/** A shop of somebody else, whose account it names. */
const shopOf = ({ id }: typeof erased, day = '2026-11-19') => ({
  kind: 'shop',
  seller_id: '3',
  region: 'US',
  observed_at: `${day}T11:00:00Z`,
  shop_name: 'A shop that stays',
  user_id: id,
});

let server: AdminServer;
beforeAll(async () => {
  server = await adminServer();
});
afterAll(() => server.remove());

async function take(records: readonly object[]): Promise<Readonly<Record<string, unknown>>> {
  const body = records.map((record) => JSON.stringify(record)).join('\n');
  const { json } = await server.call('POST', '/admin/v1/ingest', {
    body,
    headers: { 'content-type': 'application/x-ndjson' },
  });
  return json.data as Readonly<Record<string, unknown>>;
}

const erase = (user_id: unknown, headers = {}) =>
  server.call('POST', '/admin/v1/forget/creator', { body: { user_id, confirm: true }, headers });
const preview = (user_id: string) => server.call('POST', '/admin/v1/forget/creator/preview', { body: { user_id } });

/** Bytes of a file; none where the engine has removed it since it was listed. */
function bytesOf(path: string): Buffer {
  return unlessGone(() => readFileSync(path)) ?? Buffer.alloc(0);
}

/** The engine merges and removes parts meanwhile. */
function filesBelow(directory: string): readonly string[] {
  const entries = unlessGone(() => readdirSync(directory, { withFileTypes: true })) ?? [];
  return entries.flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

function unlessGone<Found>(read: () => Found): Found | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Files of the data directory that hold a person's handle or id, the id in digits or as the engine packs it. */
function filesWith({ id, handle }: typeof erased): readonly string[] {
  const { directory } = server.vitrine.paths;
  const packed = Buffer.alloc(8);
  packed.writeBigUInt64LE(BigInt(id));
  return filesBelow(directory).filter((path) => {
    const bytes = bytesOf(path);
    return bytes.includes(handle) || bytes.includes(id) || bytes.includes(packed);
  });
}

const daysOf = ({ id }: typeof erased) =>
  `influencer/trends/analytics?user_id=${id}&start_date=2026-11-01&end_date=2026-11-30`;

async function listed(path: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const { key } = await server.vitrine.keys.create({ name: 'reader' });
  const { json } = await server.call('GET', `/v1/tiktok/${path}&page_num=1&page_size=10`, { token: key });
  return json.data as readonly Readonly<Record<string, unknown>>[];
}

describe('a creator of whom nothing was published yet', () => {
  it('is in no file either, though a publish failed halfway', async () => {
    const early = { id: '7000000000000000007', handle: 'zyxearlyperson', video: '83', live: '93' };
    await take([...product, ...recordsOf(early)]);
    const fail = (step: string) => {
      if (step === '80_verify') throw new Error('cut short');
    };
    await expect(server.vitrine.publish({ onStep: fail })).rejects.toThrow('cut short');
    expect(filesWith(early).length).toBeGreaterThan(5);
    expect((await erase(early.id)).json).toMatchObject({ code: 0, data: { version: null } });
    expect(filesWith(early)).toEqual([]);
  });
});

describe('a creator to be erased', () => {
  it('is in many files before', async () => {
    await take([...product, ...recordsOf(erased), ...recordsOf(other), shopOf(erased)]);
    await server.call('POST', '/admin/v1/publish', { body: { as_of: '2026-11-19' } });
    await server.call('POST', '/admin/v1/publish');
    expect(filesWith(erased).length).toBeGreaterThan(5);
    expect(await listed('product/creators/analytics?product_id=1')).toHaveLength(2);
    expect(await listed(daysOf(erased))).toHaveLength(3);
  });

  it('is named by a preview, with what would go, and nothing goes', async () => {
    const shown = { uniqueId: erased.handle, nickName: `Nick ${erased.handle}`, isKnown: true };
    const goes = { records: { creator: 3, video: 3, live: 3, sale: 0 }, videos: 1, lives: 1, links: 2, shops: 1 };
    expect((await preview(erased.id)).json).toMatchObject({
      code: 0,
      data: { ...shown, ...goes, served: 3, versionsLost: [3, 2] },
    });
    expect((await preview(erased.id.padStart(20, '0'))).json).toMatchObject({ data: { isKnown: true } });
    expect((await preview('55')).json).toMatchObject({ data: { isKnown: false, uniqueId: null, links: 0 } });
    expect(filesWith(erased).length).toBeGreaterThan(5);
    const { text } = await server.call('GET', '/admin/v1/audit');
    for (const word of [erased.id, erased.handle]) expect(text).not.toContain(word);
  });

  it('stays where nobody confirms that it is meant, or nobody is known by the id', async () => {
    for (const body of [{ user_id: erased.id }, { user_id: erased.id, confirm: false }]) {
      const refused = await server.call('POST', '/admin/v1/forget/creator', { body });
      expectError(refused, 400, /^Invalid request body: confirm: expected true/);
    }
    expectError(await erase('55'), 404, /^No records of this creator/);
    expect(filesWith(erased).length).toBeGreaterThan(5);
  });

  it('is erased with all videos and lives, and what is served is worked out without them', async () => {
    const { status, json } = await erase(erased.id);
    expect({ status, json }).toMatchObject({
      status: 200,
      json: { code: 0, data: { records: { creator: 3, video: 3, live: 3, sale: 0 }, version: 4 } },
    });
    expect(await listed('product/creators/analytics?product_id=1')).toMatchObject([{ user_id: other.id }]);
    expect(await listed('product/videos/analytics?product_id=1')).toMatchObject([{ video_id: other.video }]);
    expect(await listed('shop/videos/analytics?seller_id=3')).toMatchObject([{ video_id: other.video }]);
    expect(await listed(`influencer/products/analytics?user_id=${erased.id}`)).toEqual([]);
    expect(await listed(daysOf(erased))).toEqual([]);
    expect(await listed(daysOf(other))).toHaveLength(3);
    const [counted] = await listed('product/list/analytics?region=US');
    expect(counted).toMatchObject({ total_ifl_cnt: 1, total_video_cnt: 1, total_live_cnt: 1, total_sale_cnt: 300 });
  });

  it('is in no file any more, while others still are', () => {
    expect(filesWith(erased)).toEqual([]);
    expect(filesWith(other).length).toBeGreaterThan(5);
  });

  it('stays erased when the same records arrive again, and counts them', async () => {
    const summary = await take([
      ...recordsOf(erased),
      ...recordsOf({ ...erased, id: `0${erased.id}` }),
      ...recordsOf(other),
    ]);
    expect(summary).toMatchObject({ records: { creator: 3, video: 3, live: 3 }, forgotten: 18, rejected: 0 });
    await take([{ kind: 'creator', user_id: erased.id, observed_at: 'no time', unique_id: erased.handle }]);
    await server.call('POST', '/admin/v1/publish');
    expect(filesWith(erased)).toEqual([]);
    expect(await listed('product/creators/analytics?product_id=1')).toHaveLength(1);
  });

  it('leaves the shops that name them, without the name', async () => {
    const summary = await take([shopOf(erased, '2026-11-20')]);
    expect(summary).toMatchObject({ records: { shop: 1 }, rejected: 0 });
    expect(summary['forgotten'] ?? 0).toBe(0);
    const shops = await server.vitrine.engine.rows(
      'SELECT DISTINCT shop_name, user_id, toString(toDate(observed_at)) AS day FROM landing_shop ORDER BY day',
    );
    const left = { shop_name: 'A shop that stays', user_id: null };
    expect(shops).toEqual(['2026-11-19', '2026-11-20'].map((day) => ({ ...left, day })));
    expect(filesWith(erased)).toEqual([]);
  });

  it('is known to the audit log by another name, and the versions with them cannot be gone back to', async () => {
    const { json } = await server.call('GET', '/admin/v1/audit');
    const entry = (json.data as readonly { action: string }[]).find(({ action }) => action === 'forget.creator');
    expect(entry).toMatchObject({
      request: {},
      outcome: 'done',
      detail: { person: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    const refused = await server.call('POST', '/admin/v1/versions/rollback', { body: { version: 3 } });
    expectError(refused, 409, 'Cannot roll back: the data of version 3 was deleted');
  });

  it('can be erased again, with a report of each step', async () => {
    const { json, text } = await erase(erased.id, { accept: 'application/x-ndjson' });
    expect(text.split('\n').length).toBeGreaterThan(10);
    expect(json).toMatchObject({ code: 0, data: { records: { creator: 0, video: 0, live: 0 }, version: 6 } });
  });
});

describe('an erasure', () => {
  it.each(['', 'ann', '0', '123456789012345678901'])('refuses what is no id: %j', async (given) => {
    const told = `a text of length ${given.length}`;
    expectError(
      await erase(given),
      400,
      `Invalid parameter: user_id: expected an id of 1 to 20 digits, or @ and a handle, got ${told}`,
    );
    expectError(await erase(7), 400, /^Invalid request body: user_id: /);
  });

  it.each([{}, { accept: 'application/x-ndjson' }])(
    'keeps no name that was given in place of an id: %j',
    async (headers) => {
      expectError(await erase(erased.handle, headers), 400, /^Invalid parameter: user_id: /);
      expect(filesWith(erased)).toEqual([]);
      const { text } = await server.call('GET', '/admin/v1/audit?limit=1');
      expect(text).toContain('forget.creator');
      expect(text).not.toContain(erased.handle);
    },
  );

  it('waits its turn while records come in', async () => {
    const { batches } = server.vitrine.ingestion;
    const batch = await batches.open('test');
    expectError(await erase(other.id), 409, `Ingest batch ${batch} is still open`);
    await batches.finish(batch, 'done', {});
    expect(filesWith(other).length).toBeGreaterThan(5);
  });

  it('lets records that come meanwhile in afterwards', async () => {
    const [taken] = await Promise.all([take(product), erase(other.id)]);
    expect(taken).toMatchObject({ records: { product: 3 } });
  });
});
