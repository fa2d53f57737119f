import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AdminServer, type Answer, adminServer, expectError, observations } from './admin-server.ts';

let server: AdminServer;
let unpublished: Answer;
beforeAll(async () => {
  server = await adminServer();
  unpublished = await ask('kind=product&id=77&field=total_sale_cnt');
  const headers = { 'content-type': 'application/x-ndjson' };
  await server.call('POST', '/admin/v1/ingest', { body: observations, headers });
  await server.call('POST', '/admin/v1/publish');
});
afterAll(() => server.remove());

const path = '/admin/v1/explain';
const ask = (query: string, options?: Parameters<AdminServer['call']>[2]) =>
  server.call('GET', `${path}?${query}`, options);

it('says of what a number is made, where its rule is, and what was observed', async () => {
  const { status, json } = await ask('kind=product&id=77&field=total_sale_7d_cnt&region=us');
  expect({ status, data: json.data }).toEqual({
    status: 200,
    data: {
      kind: 'product',
      id: '77',
      region: 'US',
      field: 'total_sale_7d_cnt',
      version: 1,
      asOf: '2026-11-20',
      value: 10,
      currency: null,
      meaning: 'Units sold in the last 7 days',
      rule: { number: 4, title: 'Windows', doc: '/docs/estimates#4-windows', words: expect.any(String) },
      basis: 'observed',
      interval: null,
      window: { days: 7, first: '2026-11-14', last: '2026-11-20' },
      unrounded: '10',
      rounding: null,
      breakdowns: [
        { by: 'day', parts: [{ part: '2026-11-20', value: '10' }], more: { parts: 0, value: '0' }, rest: null },
        { by: 'source', parts: [{ part: 'storefront', value: '10' }], more: { parts: 0, value: '0' }, rest: null },
      ],
      from: [],
      sightings: [
        {
          of: 'product.total_sale_cnt',
          id: '77',
          sightings: [sighting('2026-11-20T10:00:00.000Z', '110'), sighting('2026-11-19T10:00:00.000Z', '100')],
          more: 0,
          gaps: [],
          corrections: [],
          dips: [],
        },
      ],
      sales: { records: [], more: 0 },
      ownSales: null,
      notes: [],
    },
  });
});

function sighting(at: string, value: string): object {
  const why = 'a point of the series';
  return { at, value, grade: 'exact', batch: 1, source: 'http', counts: true, why, late: false };
}

it('names what can be explained, and what was probably meant', async () => {
  expectError(
    await ask('kind=produkt&id=77&field=total_sale_cnt'),
    400,
    'Invalid parameter: kind: expected one of product, creator, video, live, shop (did you mean product?), got "produkt"',
  );
  expectError(
    await ask('kind=product&id=77&field=totalsalecnt'),
    400,
    /^Invalid parameter: field: expected one of category_id, .* \(did you mean total_sale_cnt\?\), got "totalsalecnt"$/,
  );
  expectError(await ask('kind=product&id=x&field=total_sale_cnt'), 400, /^Invalid parameter: id: expected an id/);
  expectError(await ask('kind=product&id=77'), 400, 'Missing required parameter: field');
  expectError(await ask('kind=product&kind=shop&id=77&field=region'), 400, /^Repeated parameter: kind/);
});

it('is a 404 for what is not in the served version, or not in the market', async () => {
  expectError(await ask('kind=product&id=78&field=total_sale_cnt'), 404, 'No such product: 78');
  expectError(await ask('kind=product&id=77&field=total_sale_cnt&region=GB'), 404, 'No such product: 77 in GB');
});

it('is a 503 before the first publish', () => {
  expectError(unpublished, 503, 'No dataset is published yet');
});

it('is for admin keys with the scope view', async () => {
  const { key: token } = await server.vitrine.adminKeys.create({ name: 'a viewer', scopes: ['view'] });
  expect((await ask('kind=product&id=77&field=total_sale_cnt', { token })).status).toBe(200);
});
