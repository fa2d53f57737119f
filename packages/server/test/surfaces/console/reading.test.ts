import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulate } from '../../../../simulator/src/index.ts';
import { catalogue, lists } from '../../../src/catalogue/catalogue.ts';
import type { Endpoint, ListEndpoint } from '../../../src/catalogue/endpoint.ts';
import { type AdminServer, type Answer, adminServer } from '../admin/admin-server.ts';
import { consoleReading, makeKeys } from '../http/every-route/routes.ts';
import { exampleUrl } from '../http/test-server.ts';

const world = { products: 60, days: 12, seed: 5, endDate: '2026-08-31', regions: ['US'] };
let server: AdminServer;
let token: string;
let cookie: string;
beforeAll(async () => {
  server = await adminServer();
  const body = Buffer.concat([...simulate(world)]).toString();
  await server.call('POST', '/admin/v1/ingest', { body, headers: { 'content-type': 'application/x-ndjson' } });
  await server.call('POST', '/admin/v1/publish');
  ({ token } = await makeKeys(server));
  const viewer = await server.vitrine.adminKeys.create({ name: 'Mara', scopes: ['view'] });
  const headers = { 'x-vitrine-console': '1' };
  const opened = await server.call('POST', '/console/v1/session', { headers, token: null, body: { key: viewer.key } });
  cookie = opened.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
});
afterAll(() => server.remove());

const look = (path: string): Promise<Answer> => server.call('GET', path, { token: null, headers: { cookie } });
const rowsOf = ({ json }: Answer) => json.data as readonly Readonly<Record<string, unknown>>[];

describe('what the console reads', () => {
  it.each(consoleReading)('%s is for who is logged in alone', async (path) => {
    const { status, json } = await server.call('GET', path, { token });
    expect([status, json]).toMatchObject([401, { error: { id: 'session-missing' } }]);
  });

  it.each(catalogue.map((endpoint) => [endpoint.id, endpoint] as const))(
    'of %s is what callers with a key get, and costs nothing',
    async (_, endpoint) => {
      let rows = 0;
      for (const url of await urlsOf(endpoint)) {
        const [keyed, seen] = [await server.call('GET', url, { token }), await look(`/console${url}`)];
        expect(seen.status, url).toBe(200);
        expect(seen.json.data).toEqual(keyed.json.data);
        expect(seen.headers.get('etag')).toBe(keyed.headers.get('etag'));
        expect(seen.headers.get('x-credits-remaining')).toBeNull();
        rows += rowsOf(seen).length;
      }
      // The marketplace has no downloads.
      if (endpoint.id !== 'video-download-url') expect(rows).toBeGreaterThan(0);
    },
  );

  it('may be 200 rows a page, and no more', async () => {
    const path = '/console/v1/tiktok/product/list/analytics?region=US&page_num=1&page_size=';
    expect((await look(`${path}200`)).status).toBe(200);
    expect((await look(`${path}201`)).json.message).toMatch(/page_size.*200/);
  });

  it('is refused with a parameter that there is none of, for a filter that is ignored shows what is not asked for', async () => {
    const { status, json } = await look(
      '/console/v1/tiktok/product/list/analytics?region=US&page_num=1&page_size=1&min_sales=5',
    );
    expect([status, json.message]).toEqual([400, expect.stringContaining('min_sales')]);
  });

  it.each(lists.filter(({ key }) => key.join() === 'region').map((list) => [list.id, list] as const))(
    'is counted in %s, and its values are spread over as many rows',
    async (_, list) => {
      const counted = (await look(`/console/v1/counts/${list.id}?region=US`)).json.data as { rows: number };
      expect(counted.rows).toBeGreaterThan(0);
      for (const { name, kind } of list.row.filter((field) => list.filterFields.includes(field.name))) {
        const { groups } = (await look(`/console/v1/distributions/${list.id}?region=US&of=${name}`)).json.data as {
          groups: readonly Group[];
        };
        const sum = groups.reduce((rows, group) => rows + group.rows, 0);
        if (kind === 'text') expect(sum, name).toBeLessThanOrEqual(counted.rows);
        else expect(sum, name).toBe(counted.rows);
      }
    },
  );

  it.each(
    lists.flatMap((list) =>
      list.key.join() === 'region' ? rangesOf(list).map((min) => [list.id, min, list] as const) : [],
    ),
  )('of %s at least as much as a group of %s has the rows of that group and those above', async (_, min, list) => {
    const field = min.slice('min_'.length);
    const { groups } = (await look(`/console/v1/distributions/${list.id}?region=US&of=${field}`)).json.data as {
      groups: readonly Group[];
    };
    expect(groups.length).toBeGreaterThan(0);
    for (const [i, { from }] of groups.entries()) {
      const { rows } = (await look(`/console/v1/counts/${list.id}?region=US&${min}=${from}`)).json.data as Group;
      expect(rows, from).toBe(groups.slice(i).reduce((sum, group) => sum + group.rows, 0));
    }
  });

  it('names the fields that values can be counted of, when it is asked for another', async () => {
    const { status, json } = await look('/console/v1/distributions/product-list?region=US&of=cover_url');
    expect([status, json.message]).toEqual([400, expect.stringContaining('total_sale_30d_cnt')]);
  });

  it('says of each endpoint what it has, so that tables, filters and orders need no list of their own', async () => {
    const { endpoints } = (await look('/console/v1/catalogue')).json.data as {
      endpoints: { id: string; fields: { name: string }[] }[];
    };
    expect(endpoints.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
    expect(endpoints[0]?.fields.map(({ name }) => name)).toEqual(catalogue[0]?.row.map(({ name }) => name));
  });

  it('is exported whole without a charge', async () => {
    const counted = (await look('/console/v1/counts/product-list?region=US')).json.data as { rows: number };
    const response = await fetch(`${server.url}/console/v1/export/product-list?region=US&format=csv`, {
      headers: { cookie },
    });
    expect(response.status).toBe(200);
    expect(parse(await response.text())).toHaveLength(counted.rows + 1);
  });

  it('has no image at an address that no row shows', async () => {
    expect(
      (await fetch(`${server.url}/console/v1/image?address=https://images.example/none.jpg`, { headers: { cookie } }))
        .status,
    ).toBe(204);
  });

  it('is kept by a browser as long as the version is served', async () => {
    const url = '/console/v1/tiktok/product/list/analytics?region=US&page_num=1&page_size=10';
    const etag = (await look(url)).headers.get('etag') ?? '';
    const again = await fetch(server.url + url, { headers: { cookie, 'if-none-match': etag } });
    expect(again.status).toBe(304);
    expect(rowsOf(await look(url)).length).toBeGreaterThan(0);
  });
});

interface Group {
  readonly from: string;
  readonly rows: number;
}

/** Parameters of a list that ask for at least so much of a number. */
function rangesOf({ parameters, row }: ListEndpoint): readonly string[] {
  const numbers = row.filter(({ kind }) => ['count', 'amount', 'rate'].includes(kind)).map(({ name }) => `min_${name}`);
  return parameters.map(({ name }) => name).filter((name) => numbers.includes(name));
}

/** Its example, asked of things that the marketplace has. */
async function urlsOf(endpoint: Endpoint): Promise<readonly string[]> {
  const given = endpoint.example.query;
  const other = otherwiseAsked[endpoint.id];
  if (other !== undefined) {
    const values = (await first(other.list, 20)).map((row) => String(row[other.field])).filter((value) => value !== '');
    return values.map((value) => exampleUrl(endpoint, { [other.parameter]: value }));
  }
  const filters = endpoint.parameters.filter(({ use }) => use.as === 'filter').map(({ name }) => [name, undefined]);
  const without = { ...Object.fromEntries(filters), ...datesOf(given) };
  const id = Object.keys(given).find((name) => name in listsOfIds);
  if (id === undefined) return [exampleUrl(endpoint, without)];
  const { list, field } = listsOfIds[id as keyof typeof listsOfIds];
  const rows = await first(list, 20);
  return rows.map((row) => exampleUrl(endpoint, { ...without, [id]: String(row[field]) }));
}

const listsOfIds = {
  product_id: { list: 'product-list', field: 'product_id' },
  product_ids: { list: 'product-list', field: 'product_id' },
  user_id: { list: 'influencer-list', field: 'user_id' },
  user_ids: { list: 'influencer-list', field: 'user_id' },
  seller_id: { list: 'shop-list', field: 'seller_id' },
  video_id: { list: 'video-list', field: 'video_id' },
  video_ids: { list: 'video-list', field: 'video_id' },
} as const;

const otherwiseAsked: Readonly<Record<string, { list: string; field: string; parameter: string }>> = {
  search: { list: 'influencer-list', field: 'unique_id', parameter: 'sk' },
  'category-secondary': { list: 'product-list', field: 'category_id', parameter: 'parent_id' },
  'category-tertiary': { list: 'product-list', field: 'category_l2_id', parameter: 'parent_id' },
};

function datesOf(given: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  if ('date' in given) return { date: '2026-08-24' };
  return 'start_date' in given ? { start_date: '2026-08-20', end_date: '2026-08-31' } : {};
}

async function first(list: string, rows: number) {
  const endpoint = lists.find(({ id }) => id === list);
  return rowsOf(await look(`/console${endpoint?.path}?region=US&page_num=1&page_size=${rows}`));
}
