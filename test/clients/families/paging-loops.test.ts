import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lists } from '../../../packages/server/src/catalogue/catalogue.ts';
import { type ClientRow, type FamilyServer, familyServer, getEnvelope, rowsInList } from './family-server.ts';

/**
 * Scripts that page with a Bearer key: they read `code` and `data`, and stop at an empty page or at one that is short.
 */
let server: FamilyServer;
beforeAll(async () => {
  server = await familyServer();
});
afterAll(() => server.remove());

const bearer = () => ({ authorization: `Bearer ${server.key}` });

async function page(path: string, parameters: Readonly<Record<string, string | number | undefined>>) {
  return getEnvelope(server.origin + path, parameters, bearer());
}

describe.each(lists)('a loop over $path', ({ path, parameters, example, rowId, fixedOrder }) => {
  const asked = parameters.filter(({ name, use }) => use.as === 'key' && Object.hasOwn(example.query, name));
  const whose = Object.fromEntries(asked.map(({ name }) => [name, example.query[name]]));

  async function readUntil(isLast: (rows: readonly ClientRow[]) => boolean): Promise<readonly ClientRow[]> {
    const rows: ClientRow[] = [];
    for (let page_num = 1; ; page_num++) {
      const { envelope } = await page(path, { ...whose, page_num, page_size: 10 });
      expect([envelope.code, envelope.message]).toEqual([0, 'success']);
      rows.push(...(envelope.data ?? []));
      if (isLast(envelope.data ?? [])) return rows;
    }
  }

  it.each([
    ['an empty page', (rows: readonly ClientRow[]) => rows.length === 0],
    ['a short page', (rows: readonly ClientRow[]) => rows.length < 10],
  ])('that stops at %s has every row once', async (_, isLast) => {
    const ids = (await readUntil(isLast)).map((row) => row[rowId]);
    expect(ids).toHaveLength(rowsInList);
    expect(new Set(ids).size).toBe(rowsInList);
  });

  it('has flat rows, with the same names in each and no null', async () => {
    const rows = await readUntil((each) => each.length < 10);
    const names = Object.keys(rows[0] ?? {});
    for (const row of rows) {
      expect(Object.keys(row)).toEqual(names);
      for (const value of Object.values(row)) expect(['string', 'number']).toContain(typeof value);
    }
  });

  it('may send numbers as floats, empty parameters and parameters of others', async () => {
    const { status, envelope, headers } = await page(path, {
      ...whose,
      page_num: '1.0',
      page_size: '10.0',
      sort_type: '',
      language: 'en-US',
    });
    expect([status, envelope.data?.length]).toEqual([200, 10]);
    expect(headers.get('x-ignored-parameters')).toBe(fixedOrder === undefined ? 'language' : 'sort_type, language');
  });

  it('sees errors in the status, in `code` and in `message`', async () => {
    const { status, envelope } = await page(path, { ...whose, page_num: 1, page_size: 20 });
    expect([status, envelope.code, envelope.data]).toEqual([400, 400, null]);
    expect(envelope.message).toContain('page_size');
    const keyless = await getEnvelope(server.origin + path, { ...whose, page_num: 1, page_size: 10 }, {});
    expect([keyless.status, keyless.envelope.code]).toEqual([401, 401]);
    expect(keyless.envelope.message).toMatch(/^apiKey is null/);
  });
});

describe('filters that scripts send', () => {
  it.each([
    [{ off_mark: 0 }, rowsInList],
    [{ off_mark: 1 }, 0],
    [{ keyword: 'drawer ORGANISER' }, rowsInList],
    [{ keyword: 'no such thing' }, 0],
    [{ from_flag: 1 }, rowsInList],
    [{ from_flag: 2, is_hot: 1 }, 0],
    [{ min_total_sale_30d_cnt: 1, max_spu_avg_price: 20.5, is_s_shop: 0, category_id: '600001' }, rowsInList],
  ])('leave what they say: %j', async (filters, count) => {
    const first = { region: 'us', page_num: 1, page_size: 10, ...filters };
    const { status, envelope, headers } = await page('/v1/tiktok/product/list/analytics', first);
    expect([status, envelope.data?.length]).toEqual([200, Math.min(10, count)]);
    expect(headers.get('x-ignored-parameters')).toBeNull();
  });

  it('are named where nothing is known of them', async () => {
    const asked = { region: 'US', page_num: 1, page_size: 10, is_new: 1, brand: 'x', shop_level: 2 };
    const { status, headers } = await page('/v1/tiktok/product/list/analytics', asked);
    expect([status, headers.get('x-ignored-parameters')]).toEqual([200, 'is_new, brand, shop_level']);
  });
});

describe('texts that hold JSON', () => {
  it('are JSON: the first cover is found by the lowest index', async () => {
    const { envelope } = await page('/v1/tiktok/product/list/analytics', { region: 'US', page_num: 1, page_size: 10 });
    for (const row of envelope.data ?? []) {
      const covers = JSON.parse(String(row['cover_url'])) as { url: string; index: number }[];
      expect(covers[0]).toMatchObject({ url: expect.stringMatching(/^https?:/), index: 0 });
      for (const name of ['skus', 'sale_props', 'desc_detail'])
        expect(Array.isArray(JSON.parse(String(row[name])))).toBe(true);
    }
  });
});
