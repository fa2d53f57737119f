import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, lists } from '../../src/catalogue/catalogue.ts';
import type { Endpoint } from '../../src/catalogue/endpoint.ts';
import { ClickHouseReader } from '../../src/serving/clickhouse-reader.ts';
import { isRanking } from '../../src/serving/rankings/ranking-source.ts';
import type { Reader } from '../../src/serving/reader.ts';
import { isTrend } from '../../src/serving/trends/trend-source.ts';
import { withRealExamples } from '../../src/start/real-examples.ts';
import { productDetail } from '../catalogue/product-detail.ts';
import { rowsOf, store } from '../serving/rows.ts';
import { type TemporaryEngine, temporaryEngine } from '../serving/temporary-engine.ts';

const ids = { product_id: '41', user_id: '42', seller_id: '43', video_id: '44' };

/** Of lists: there is no state for trends and rankings here. */
function listReader(): Reader {
  const reader = new ClickHouseReader(place.engine);
  const none = async () => ({ rows: Buffer.alloc(0), count: 0 });
  return {
    page: (source, ...asked) => (isTrend(source) || isRanking(source) ? none() : reader.page(source, ...asked)),
  };
}

/** Lookups that find nothing. */
const silent = Object.fromEntries(
  catalogue.filter(({ kind }) => kind === 'lookup').map(({ id }) => [id, async () => []] as const),
);

let place: TemporaryEngine;
let shown: readonly Endpoint[];
beforeAll(async () => {
  place = await temporaryEngine();
  for (const list of lists) {
    const own = Object.entries(ids).filter(([name]) => list.row.some((field) => field.name === name));
    await store(place.engine, list, 1, rowsOf(list, [Object.fromEntries(own)]));
  }
  const lookups = {
    ...silent,
    'video-download-url': async ({ video_id = '' }: Readonly<Record<string, string>>) => [{ video_id, age_seconds: 7 }],
  };
  const dataset = { current: () => ({ version: 1, asOf: '2026-11-20' }) };
  shown = await withRealExamples([...catalogue, productDetail], {
    reader: listReader(),
    lookups,
    dataset,
  });
});
afterAll(() => place.remove());

const exampleOf = (id: string) => shown.find((endpoint) => endpoint.id === id)?.example;

describe('examples out of the data that is served', () => {
  it('ask for ids that it has, and show the row that answers', () => {
    for (const { id, key, parameters } of lists) {
      const example = exampleOf(id);
      for (const name of key) {
        const asking = parameters.find(({ use }) => use.as === 'key' && use.field === name)?.name ?? '';
        const expected = ids[name as keyof typeof ids] ?? example?.query[asking];
        expect([id, name, example?.query[asking], example?.row[name]]).toEqual([id, name, expected, expected]);
      }
    }
    expect(exampleOf('video-download-url')).toEqual({
      query: { video_id: '44' },
      row: { video_id: '44', age_seconds: 7 },
    });
    expect(exampleOf(productDetail.id)).toMatchObject({ query: { product_ids: '41' }, row: { product_id: '41' } });
  });

  it('stay the made-up ones where the data answers nothing', async () => {
    const dataset = { current: () => undefined };
    const none = await withRealExamples(catalogue, {
      reader: listReader(),
      lookups: silent,
      dataset,
    });
    expect(none.map(({ example }) => example)).toEqual(catalogue.map(({ example }) => example));
  });
});
