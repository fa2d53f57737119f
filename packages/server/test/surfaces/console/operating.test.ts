import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulateAs } from '../../../../simulator/src/index.ts';
import type { AdminScope } from '../../../src/access/admin-keys/admin-keys.ts';
import { type AdminServer, type Answer, adminServer, observations } from '../admin/admin-server.ts';
import { consoleChanging } from '../http/every-route/routes.ts';
import { fromConsole } from './console-site.ts';

const world = { products: 20, days: 12, seed: 5, endDate: '2026-08-31', regions: ['US'] };
const affiliateOrders = Buffer.concat([...simulateAs('tiktok-affiliate', world)]).toString();
const withoutRegion = JSON.stringify({
  code: 0,
  message: 'success',
  data: [{ product_id: '11', product_name: 'a', total_sale_cnt: 5, last_crawl_dt: 20260812 }],
});

type Headers = Readonly<Record<string, string>>;

let server: AdminServer;
let operator: Session;
beforeAll(async () => {
  server = await adminServer();
  operator = await sessionWith(['view', 'operate']);
});
afterAll(() => server.remove());

interface Session {
  /** Of the session. */
  readonly id: string;
  readonly actor: string;
  readonly cookie: string;
}

async function sessionWith(scopes: readonly AdminScope[]): Promise<Session> {
  const { id: actor, key } = await server.vitrine.adminKeys.create({ name: 'Ann', scopes: [...scopes] });
  const opened = await server.call('POST', '/console/v1/session', { headers: fromConsole, token: null, body: { key } });
  const cookie = opened.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  return { id: (opened.json.data as { id: string }).id, actor, cookie };
}

/** What the page of imports sends. */
const ask = (
  path: string,
  body: unknown,
  { cookie }: Pick<Session, 'cookie'> = operator,
  headers: Headers = fromConsole,
) =>
  server.call('POST', path, {
    token: null,
    body,
    headers: { 'content-type': 'application/octet-stream', cookie, ...headers },
  });
const upload = (body: string, query = '', as = operator) => ask(`/console/v1/ingest?from=auto${query}`, body, as);
const publish = (headers: Headers = {}) =>
  ask('/console/v1/publish', '{}', operator, { ...fromConsole, 'content-type': 'application/json', ...headers });

const refusal = ({ status, json }: Answer) => [status, (json as unknown as { error?: { id: string } }).error?.id];
const batches = async () => (await server.vitrine.ingestion.batches.list({ limit: 100 })).length;
const actions = async () => (await server.vitrine.audit.list({ limit: 100 })).map(({ action }) => action);

describe('a change of the console', () => {
  it.each(consoleChanging)('is for nobody who is not logged in: %s', async (path) => {
    expect(refusal(await ask(path, observations, { cookie: '' }))).toEqual([401, 'session-missing']);
  });

  it.each(consoleChanging)('is not for who may only look: %s', async (path) => {
    const answer = await ask(path, observations, await sessionWith(['view']));
    expect(refusal(answer)).toEqual([403, 'admin-scope-missing']);
    expect(answer.json.message).toContain('operate');
    expect([await batches(), (await actions()).filter((action) => action !== 'console.login')]).toEqual([0, []]);
  });

  it.each(consoleChanging)('is refused when another site asks for it: %s', async (path) => {
    for (const headers of [{}, { ...fromConsole, 'sec-fetch-site': 'cross-site' }]) {
      expect(refusal(await ask(path, observations, operator, headers))).toEqual([403, 'console-request-foreign']);
    }
    expect(await batches()).toBe(0);
  });

  it.each(consoleChanging)('is not made with the admin token in place of a session: %s', async (path) => {
    const headers = { ...fromConsole, 'content-type': 'application/octet-stream' };
    expect(refusal(await server.call('POST', path, { headers, body: observations }))).toEqual([401, 'session-missing']);
  });
});

describe('a file that is uploaded in the console', () => {
  it('is previewed before it goes in: whose it is, and what would go in', async () => {
    const { status, json } = await upload(affiliateOrders, '&source=orders.csv&dry_run=1');
    expect([status, json.data]).toMatchObject([
      200,
      { dryRun: true, from: 'tiktok-affiliate', source: 'orders.csv', records: { sale: expect.any(Number) }, batch: 0 },
    ]);
    expect(await batches()).toBe(0);
  });

  it('is asked for what it does not say, by the name of the parameter', async () => {
    const { status, json } = await upload(withoutRegion, '&dry_run=1');
    expect([status, json]).toMatchObject([400, { error: { id: 'ingest-refused', asks: 'region' } }]);
    const told = await upload(withoutRegion, '&dry_run=1&region=US');
    expect([told.status, told.json.data]).toMatchObject([200, { records: { product: 1 } }]);
  });

  it.each([
    [
      'day',
      JSON.stringify({
        data: { products: [{ product_id: 1, shop_id: 2, product_sold_count: 3, product_name: 'a' }] },
        error: { code: 'ok' },
      }),
      '&region=US&currency=USD',
    ],
    ['kind', 'a,b\n1,2\n', ''],
  ])('is asked for its %s', async (asks, body, query) => {
    expect((await upload(body, `&dry_run=1${query}`)).json).toMatchObject({ code: 400, error: { asks } });
  });

  it('is refused by what is wrong with it, and nothing goes in, where it cannot be read', async () => {
    for (const query of ['&dry_run=1&source=orders.pdf', '&source=orders.pdf']) {
      const { status, json } = await upload('%PDF-1.7 and more', query);
      expect([status, json.message]).toEqual([
        400,
        expect.stringMatching(/^orders\.pdf is a PDF: export the table as XLSX or CSV/),
      ]);
    }
    const records = (await server.vitrine.ingestion.batches.list({ limit: 100 })).map((batch) => batch.records);
    expect(records.filter((each) => Object.keys(each ?? {}).length > 0)).toEqual([]);
  });

  it('tells why every line was rejected', async () => {
    const { status, json } = await upload('{"kind":"product","product_id":"x"}', '&dry_run=1');
    expect([status, json]).toMatchObject([
      422,
      { data: { rejected: 1, firstRejects: [{ line: 1, field: 'product_id' }, {}, {}] } },
    ]);
  });

  it('does not go in of somebody who was logged out while it was on its way', async () => {
    const leaving = await sessionWith(['view', 'operate']);
    async function* body() {
      yield `${observations}\n`;
      await server.vitrine.sessions.end(leaving.id);
      yield observations;
    }
    const response = await fetch(`${server.url}/console/v1/ingest?from=auto`, {
      method: 'POST',
      headers: { ...fromConsole, cookie: leaving.cookie },
      body: Readable.from(body()),
      duplex: 'half',
    } as unknown as RequestInit);
    expect([response.status, await response.json()]).toMatchObject([401, { error: { id: 'session-ended' } }]);
  });

  it('goes in, is published with a line for each step, and all of it is recorded with who did it', async () => {
    const before = await batches();
    const taken = await upload(observations, '&source=monday.ndjson');
    expect([taken.status, taken.json.data]).toMatchObject([200, { records: { product: 2 }, source: 'monday.ndjson' }]);
    expect(await batches()).toBe(before + 1);
    const { status, text, json } = await publish({ accept: 'application/x-ndjson' });
    expect([status, json.data]).toMatchObject([200, { version: 1, asOf: '2026-11-20' }]);
    expect(JSON.parse(text.split('\n', 1)[0] ?? '')).toMatchObject({ index: 0, count: expect.any(Number) });
    const { data } = (
      await server.call('GET', '/console/v1/dataset', { token: null, headers: { cookie: operator.cookie } })
    ).json;
    expect(data).toMatchObject({ version: 1, markets: [{ region: 'US', products: 1 }] });
    const by = { actor: operator.actor, outcome: 'done' };
    expect(await server.vitrine.audit.list({ limit: 2 })).toMatchObject([
      { ...by, action: 'publish', detail: { version: 1 } },
      { ...by, action: 'ingest', request: { source: 'monday.ndjson' }, detail: { batch: expect.any(Number) } },
    ]);
  });
});
