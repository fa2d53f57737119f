import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { zipOf } from '../containers/zip-writer.ts';
import { failureOf, type IngestFixture, openIngestFixture, rejectsIn } from '../ingest-fixture.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

const told = { region: 'US', day: '2026-08-11', currency: 'USD' };
const keyapi = (id: number) =>
  JSON.stringify({
    code: 0,
    message: 'success',
    data: [
      {
        product_id: `173110000000000000${id}`,
        region: 'US',
        total_sale_cnt: 5,
        review_count: 1,
        last_crawl_dt: '2026-08-10',
      },
    ],
  });
const fastmoss = (id: number) =>
  JSON.stringify({
    code: 200,
    msg: 'success',
    data: { product_list: [{ product_id: `173110000000000000${id}`, sold_count: 7, region: 'US', crate_show: '1%' }] },
  });
const lines = (...all: readonly string[]) => all.join('\n');

test('lines of several sources are read each by its own', async () => {
  const summary = await fixture.take(lines(keyapi(1), fastmoss(2), fastmoss(3), keyapi(4)), { told });
  expect(summary).toMatchObject({ from: 'keyapi, fastmoss', records: { product: 4 }, rejected: 0 });
});

test('rows of a source that was not named are rejected, with its name', async () => {
  const summary = await fixture.take(lines(keyapi(1), fastmoss(2)), { told, readAs: 'keyapi' });
  expect(summary).toMatchObject({ records: { product: 1 }, rejected: 1 });
  expect(rejectsIn(summary)).toMatchObject([
    {
      line: 2,
      reason: 'expected a row of keyapi, got one of fastmoss: leave out --from (over HTTP from=), or split the file',
    },
  ]);
});

test('every row of an envelope is a record or a reject', async () => {
  const odd = JSON.stringify({
    code: 0,
    data: [...JSON.parse(keyapi(2)).data, { product_id: '6' }, { junk: 1 }, 5, null],
  });
  const summary = await fixture.take(lines(keyapi(1), '{"code":0,"data":[{"foo":1}]}', odd, keyapi(3)), { told });
  expect(summary).toMatchObject({ records: { product: 3 }, rejected: 5 });
  expect(rejectsIn(summary).map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'expected a row of a known source, got one with foo'],
    [3, 'expected a row of a known source, got one with product_id'],
    [3, 'expected a row of a known source, got one with junk'],
    [3, 'expected an object, got 5'],
    [3, 'expected an object, got null'],
  ]);
});

test('a line directly behind an error of the API is not lost, and an empty page is no reject', async () => {
  const summary = await fixture.take(
    lines(
      keyapi(1),
      '{"code":500,"message":"busy"}',
      '<html>502</html>',
      '{"code":0,"data":{"list":[],"total":0}}',
      keyapi(2),
    ),
    { told },
  );
  expect(summary).toMatchObject({ records: { product: 2 } });
  expect(rejectsIn(summary).map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'the response is an error of the API: 500 busy'],
    [3, 'expected JSON, got HTML or XML'],
  ]);
});

test('a document that is of no source is one, whatever is behind it', async () => {
  const summary = await fixture.take(lines('{"code":0,"data":{"id":5}}', keyapi(1)), { told });
  expect(summary).toMatchObject({ records: { product: 1 }, rejected: 1, firstRejects: [{ line: 1 }] });
  expect((await failureOf(fixture.take('{"code":0,"data":{"id":5}}', { told }))).message).toContain(
    'expected a file of',
  );
});

test('files of a zip are read each by its own source, in their order', async () => {
  const orders =
    'Order ID,Order Status,SKU ID,Quantity,SKU Subtotal After Discount,Created Time\n1,Completed,1730706088342900001,1,5,2026-05-10 10:00:00\n';
  const zip = zipOf([
    { path: 'a.json', content: keyapi(1) },
    { path: 'b/orders.csv', content: orders },
    { path: 'c.ndjson', content: lines(fastmoss(2), keyapi(3)) },
    { path: 'd.csv', content: 'x,y\n1,2\n' },
  ]);
  const summary = await fixture.take(zip, { told });
  expect(summary).toMatchObject({
    from: 'keyapi, tiktok-orders, fastmoss',
    records: { product: 3, sale: 1 },
    rejected: 1,
  });
  expect(rejectsIn(summary)).toMatchObject([{ reason: 'd.csv is of no known source: it has x, y' }]);
});
