import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillPeer, isFilled } from '../../bench/reading/postgres/fill.ts';
import { PeerPages } from '../../bench/reading/postgres/peer-pages.ts';
import { questionOf } from '../../bench/reading/requests/checked-request.ts';
import { recordRequests } from '../../bench/reading/requests/record.ts';
import { productList } from '../../packages/server/src/catalogue/lists/product-list.ts';
import { checkQuery } from '../../packages/server/src/catalogue/parameters.ts';
import { ClickHouseReader } from '../../packages/server/src/serving/clickhouse-reader.ts';
import { engines, type TemporaryLocation } from '../../packages/server/test/accounts/databases.ts';
import { type ReadingFixture, readingFixture, scale } from './reading-fixture.ts';

const server = engines.find(({ title }) => title.startsWith('PostgreSQL'));

describe.skipIf(server?.absent ?? true)(`the peer of the reading benchmark, ${server?.title}`, () => {
  let fixture: ReadingFixture;
  let database: TemporaryLocation;
  let reader: ClickHouseReader;
  let peer: PeerPages;
  let databaseUrl: string;

  beforeAll(async () => {
    fixture = await readingFixture();
    if (server === undefined) return;
    database = await server.newLocation();
    databaseUrl = database.location.databaseUrl ?? '';
    await fillPeer(fixture, databaseUrl, 'rows of a test');
    reader = new ClickHouseReader(fixture.engine);
    peer = new PeerPages(databaseUrl);
  });
  afterAll(async () => {
    await peer.close();
    await database.remove();
    await fixture.remove();
  });

  it('is filled with the rows it was filled with, and no others', async () => {
    expect(await isFilled(databaseUrl, 'rows of a test')).toBe(true);
    expect(await isFilled(databaseUrl, 'other rows')).toBe(false);
  });

  it('answers every recorded request with the bytes that the product answers', async () => {
    const recordings = await recordRequests(fixture, { scale, seed: 1, count: 15 });
    const asked = recordings.filter(({ hasPeer }) => hasPeer).flatMap(({ requests }) => requests);
    for (const request of asked) {
      const { endpoint, query } = questionOf(request);
      const theirs = await peer.rows(endpoint, query);
      const ours = await reader.page(endpoint, query, fixture.version);
      expect(theirs.toString(), request).toBe(ours.rows.toString());
    }
  });

  it('takes bounds that lie between two of its whole numbers as the product does', async () => {
    const bound = fc.tuple(fc.nat(60), fc.nat(999_999)).map(([whole, millionths]) => `${whole}.${millionths}`);
    const field = fc.constantFrom(
      'min_spu_avg_price',
      'max_spu_avg_price',
      'min_product_rating',
      'max_product_commission_rate',
    );
    await fc.assert(
      fc.asyncProperty(field, bound, async (name, value) => {
        const query = checkQuery(productList, { region: 'US', [name]: value, page_num: '2', page_size: '10' });
        const theirs = await peer.rows(productList, query);
        expect(theirs.toString()).toBe((await reader.page(productList, query, fixture.version)).rows.toString());
      }),
      { numRuns: 40 },
    );
  });
});
