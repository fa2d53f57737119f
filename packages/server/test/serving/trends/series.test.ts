import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { trends } from '../../../src/catalogue/catalogue.ts';
import type { TrendEndpoint } from '../../../src/catalogue/endpoint.ts';
import { checkQuery } from '../../../src/catalogue/parameters.ts';
import { ClickHouseReader } from '../../../src/serving/clickhouse-reader.ts';
import { changesOf } from '../../../src/serving/trends/changes.ts';
import { SeriesReader } from '../../../src/serving/trends/series-reader.ts';
import { TrendReader } from '../../../src/serving/trends/trend-reader.ts';
import { dateOf } from '../../../src/warehouse/day.ts';
import { stateDatabase } from '../../../src/warehouse/publish/state-database.ts';
import { runFile, stepFile } from '../../../src/warehouse/publish/steps.ts';
import { type TemporaryEngine, temporaryEngine } from '../temporary-engine.ts';
import { asOfDay, firstDay, type RandomEntity, randomEntities, randomRange, storeEntities } from './random-days.ts';

let place: TemporaryEngine;
beforeAll(async () => {
  place = await temporaryEngine();
  await runFile(place.engine, stepFile('00_state'), { state: stateDatabase(1) });
});
afterAll(() => place.remove());

type Range = Readonly<Record<'start_date' | 'end_date', string>>;

function readers() {
  const { engine } = place;
  const version = { version: 1, asOf: dateOf(asOfDay), lineage: 1, watermark: 1, settings: '', outdated: 0 } as const;
  const versions = { list: async () => [{ ...version, status: 'ready' as const }] };
  const parts = { reader: new ClickHouseReader(engine), engine, versions };
  const changes = changesOf(engine);
  return { trendReader: new TrendReader({ ...parts, changes }), series: new SeriesReader(parts) };
}

/** What the trend endpoint gives for each entity of a market, one after the other. */
async function oneByOne(trend: TrendEndpoint, entities: readonly RandomEntity[], region: string, range: Range) {
  const { trendReader } = readers();
  const ids = entities.filter((entity) => entity.region === region).map(({ id }) => id);
  const pages: string[] = [];
  for (const id of ids.sort((a, b) => (a < b ? -1 : 1))) {
    const query = checkQuery(trend, { [trend.of.rowId]: id.toString(), ...range, page_num: 1, page_size: 10 });
    const { rows } = await trendReader.page(trend, { ...query, pageSize: 180 }, 1);
    if (rows.length > 0) pages.push(String(rows));
  }
  return pages.join(',');
}

async function atOnce({ series: endpoint }: TrendEndpoint, region: string, range: Range) {
  const { series } = readers();
  const query = checkQuery(endpoint, { region, ...range, page_num: 1, page_size: 10 });
  const [pages, counts]: [string[], number[]] = [[], []];
  for await (const { rows, count } of series.pages(endpoint, query, 1, 7)) {
    pages.push(String(rows));
    counts.push(count);
  }
  return { rows: pages.join(','), counts, announced: await series.count(endpoint, query, 1) };
}

describe.each(trends)('$id of a market', (trend) => {
  it('are those of each entity in the order of ids, as many as announced', async () => {
    await fc.assert(
      fc.asyncProperty(randomEntities(), randomRange(), async (entities, range) => {
        await storeEntities(place.engine, trend, entities);
        for (const region of ['US', 'DE']) {
          const { rows, counts, announced } = await atOnce(trend, region, range);
          expect(rows).toBe(await oneByOne(trend, entities, region, range));
          expect(counts.slice(0, -1).every((count) => count === 7)).toBe(true);
          expect(counts.reduce((sum, count) => sum + count, 0)).toBe(announced);
        }
      }),
      { numRuns: 12 },
    );
  });

  it('has on a day the same row whatever the range is', async () => {
    await fc.assert(
      fc.asyncProperty(randomEntities(), randomRange(), async (entities, range) => {
        await storeEntities(place.engine, trend, entities);
        const longest = { start_date: dateOf(firstDay - 4), end_date: dateOf(asOfDay + 14) };
        const { rows: all } = await atOnce(trend, 'US', longest);
        const { rows } = await atOnce(trend, 'US', range);
        const isInRange = ({ dt }: { readonly dt: string }) => dt >= range.start_date && dt <= range.end_date;
        expect(JSON.parse(`[${rows}]`)).toEqual(JSON.parse(`[${all}]`).filter(isInRange));
      }),
      { numRuns: 12 },
    );
  });
});
