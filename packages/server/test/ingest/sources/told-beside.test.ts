import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sheetOf } from '../containers/xlsx-writer.ts';
import { failureOf } from '../ingest-fixture.ts';
import { type IngestServer, ingestServer } from '../ingest-server.ts';

let server: IngestServer;
beforeAll(async () => {
  server = await ingestServer();
});
beforeEach(() => server.fixture.empty());
afterAll(() => server.remove());

const address = 'https://www.kalodata.com/product/detail?id=1729382420060341472';
const rows = [
  ['Date Range', 'Product Name', 'KalodataUrl', 'Item Sold'],
  ['2026-08-09~2026-08-10', 'Spray', address, 5],
];
const csv = rows.map((row) => row.join(',')).join('\n');
const json = JSON.stringify({ id: '7493', playCount: 5, diggCount: 5, authorMeta: { name: 'ann' } });
const told = { region: 'US', day: '2026-08-11' };

describe('a format that is told beside a file of a source has to be its own', () => {
  test.each([
    ['csv', 'xlsx', csv],
    ['csv', 'ndjson', csv],
    ['xlsx', 'csv', sheetOf(rows)],
    ['ndjson', 'csv', json],
  ] as const)('%s is not %s', async (own, format, body) => {
    const message = new RegExp(`expected --format .over HTTP format=. to be ${own} or left out, got ${format}`);
    expect((await failureOf(server.fixture.take(body, { format, told }))).message).toMatch(message);
    const sent = await server.send(body, { query: `?format=${format}&region=US&day=2026-08-11`, type: 'x/y' });
    expect([sent.status, sent.body['message']]).toEqual([400, expect.stringMatching(message)]);
    expect(await server.fixture.take(body, { format: own, told })).toMatchObject({ rejected: 0 });
  });

  test('what the name or the media type says of it is not told', async () => {
    expect(await server.fixture.take(csv, { source: 'a.ndjson', told })).toMatchObject({ from: 'kalodata' });
    const sent = await server.send(csv, { query: '?region=US', type: 'application/json' });
    expect(sent).toMatchObject({ status: 200, body: { data: { from: 'kalodata' } } });
  });
});

test('a kind that is told beside a table of a source is refused with the name of the source', async () => {
  const message = 'It is a table of kalodata: leave out --kind (over HTTP kind=)';
  for (const body of [csv, sheetOf(rows)]) {
    const format = body === csv ? 'csv' : 'xlsx';
    expect((await failureOf(server.fixture.take(body, { format, kind: 'product' }))).message).toContain(message);
    const sent = await server.send(body, { query: `?format=${format}&kind=product` });
    expect([sent.status, sent.body['message']]).toEqual([400, expect.stringContaining(message)]);
  }
});

describe('a file in which there is nothing', () => {
  const words = 'stdin is empty';

  test.each([
    ['csv', undefined],
    ['csv', 'product'],
    ['xlsx', undefined],
    ['xlsx', 'product'],
    ['parquet', 'product'],
  ] as const)('of %s, with the kind %s, is refused as empty', async (format, kind) => {
    for (const body of format === 'csv' ? ['', '\n \n'] : ['']) {
      const { message } = await failureOf(server.fixture.take(body, { format, kind }));
      expect(message.replace('; nothing was ingested', '')).toBe(words);
      const query = `?format=${format}&source=stdin${kind === undefined ? '' : `&kind=${kind}`}`;
      const sent = await server.send(body, { query });
      expect(sent.status).toBe(400);
      expect(sent.body['message']).toContain(words);
    }
  });

  test.each([
    ['no bytes', '', 'stdin is empty'],
    ['blank lines', '\n\n', 'stdin has no rows'],
    ['a header alone', 'Date Range,Product Name,KalodataUrl,Item Sold\n', 'stdin has no rows'],
    ['an empty list', '[]', 'stdin has no rows'],
    ['a response without rows', '{"code":0,"message":"ok","data":[]}', 'stdin has no rows'],
  ])('%s: nothing is ingested, and that it was nothing is said', async (_what, body, words) => {
    expect(await server.fixture.take(body, { told })).toMatchObject({ records: {}, rejected: 0, nothing: words });
    const sent = await server.send(body, { query: '?source=stdin&region=US&day=2026-08-11' });
    expect(sent).toMatchObject({ status: 200, body: { data: { records: {}, nothing: words } } });
  });

  test('of one that has something, nothing of the kind', async () => {
    expect(await server.fixture.take(csv, { told })).not.toHaveProperty('nothing');
    expect(await server.fixture.take('x\n')).not.toHaveProperty('nothing');
  });
});
