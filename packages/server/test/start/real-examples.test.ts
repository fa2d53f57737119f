import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue, lists } from '../../src/catalogue/catalogue.ts';
import type { Endpoint } from '../../src/catalogue/endpoint.ts';
import { ClickHouseReader } from '../../src/serving/clickhouse-reader.ts';
import { withRealExamples } from '../../src/start/real-examples.ts';
import { rowsOf, store } from '../serving/rows.ts';
import { type TemporaryEngine, temporaryEngine } from '../serving/temporary-engine.ts';

const ids = { product_id: '41', user_id: '42', seller_id: '43', video_id: '44' };

let place: TemporaryEngine;
let shown: readonly Endpoint[];
beforeAll(async () => {
  place = await temporaryEngine();
  for (const list of lists) {
    const own = Object.entries(ids).filter(([name]) => list.row.some((field) => field.name === name));
    await store(place.engine, list, 1, rowsOf(list, [Object.fromEntries(own)]));
  }
  const lookups = {
    'video-download-url': async ({ video_id = '' }: Readonly<Record<string, string>>) => [{ video_id, age_seconds: 7 }],
  };
  const dataset = { current: () => ({ version: 1, asOf: '2026-11-20' }) };
  shown = await withRealExamples(catalogue, { reader: new ClickHouseReader(place.engine), lookups, dataset });
});
afterAll(() => place.remove());

const exampleOf = (id: string) => shown.find((endpoint) => endpoint.id === id)?.example;

describe('examples out of the data that is served', () => {
  it('ask for ids that it has, and show the row that answers', () => {
    for (const { id, key } of lists) {
      const example = exampleOf(id);
      for (const name of key) {
        const expected = ids[name as keyof typeof ids] ?? example?.query[name];
        expect([id, name, example?.query[name], example?.row[name]]).toEqual([id, name, expected, expected]);
      }
    }
    expect(exampleOf('video-download-url')).toEqual({
      query: { video_id: '44' },
      row: { video_id: '44', age_seconds: 7 },
    });
  });

  it('stay the made-up ones where the data answers nothing', async () => {
    const dataset = { current: () => undefined };
    const none = await withRealExamples(catalogue, {
      reader: new ClickHouseReader(place.engine),
      lookups: {},
      dataset,
    });
    expect(none.map(({ example }) => example)).toEqual(catalogue.map(({ example }) => example));
  });
});
