import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, lists } from '../../../src/catalogue/catalogue.ts';
import { type AdminServer, type Answer, publishedServer } from '../admin/admin-server.ts';
import { consoleReading, makeKeys } from '../http/every-route/routes.ts';
import { exampleUrl } from '../http/test-server.ts';

let server: AdminServer;
let token: string;
let cookie: string;
beforeAll(async () => {
  server = await publishedServer();
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
      const url = exampleUrl(endpoint);
      const [keyed, seen] = [await server.call('GET', url, { token }), await look(`/console${url}`)];
      expect([seen.status, seen.json.data]).toEqual([keyed.status, keyed.json.data]);
      expect(seen.headers.get('etag')).toBe(keyed.headers.get('etag'));
      expect(seen.headers.get('x-credits-remaining')).toBeNull();
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

  it('is counted, and its values are spread over as many rows', async () => {
    const { data } = (await look('/console/v1/dataset')).json as {
      data: { version: number; markets: { region: string; products: number }[] };
    };
    const [market] = data.markets;
    expect(market?.products).toBeGreaterThan(0);
    const query = `region=${market?.region}`;
    const counted = (await look(`/console/v1/counts/product-list?${query}`)).json.data;
    expect(counted).toEqual({ version: data.version, rows: market?.products });
    for (const field of lists[0]?.filterFields.filter((name) => name !== 'product_name') ?? []) {
      const { groups } = (await look(`/console/v1/distributions/product-list?${query}&of=${field}`)).json.data as {
        groups: { rows: number }[];
      };
      expect(
        groups.reduce((sum, { rows }) => sum + rows, 0),
        field,
      ).toBe(market?.products);
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
    const { products } = ((await look('/console/v1/dataset')).json.data as { markets: { products: number }[] })
      .markets[0] ?? { products: 0 };
    const response = await fetch(`${server.url}/console/v1/export/product-list?region=US&format=csv`, {
      headers: { cookie },
    });
    expect(response.status).toBe(200);
    expect((await response.text()).trim().split('\r\n')).toHaveLength(products + 1);
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
