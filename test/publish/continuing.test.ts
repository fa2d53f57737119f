import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Observation, VideoObservation } from '../oracle/observation.ts';
import { type OracleOptions, oracle } from '../oracle/oracle.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, servedRows } from './served.ts';

/** Two publishes, of what was seen first and of what came later. */
interface Story {
  readonly first: readonly Observation[];
  readonly later: readonly Observation[];
  readonly options?: OracleOptions;
}

describe('a publish that goes on from the one before gives the rows of one that does not', () => {
  let fixture: PublishFixture;
  beforeAll(async () => {
    fixture = await openPublishFixture();
  });
  afterAll(() => fixture.remove());
  beforeEach(() => fixture.empty());

  it.each<[string, Story]>([
    ['when a product with sales of its own by video turns out to be in another currency', currencyChange()],
    ['when a link is first seen long after the views it explains', lateLink()],
    ['when an observation of long ago arrives', lateObservation()],
    ['when the day of a video turns out to be another', lateCreation()],
    ['when the first price comes late', latePrice()],
    ['when totals that were misread for five days are right again', dip()],
    ['when totals are not right again in time, and the fall stays a correction', correction()],
    ['when what makes a fall good was seen long ago and arrives late', dipMadeGoodLate()],
    ['when a product turns out to be in another currency than the one its history was calculated in', otherCurrency()],
  ])('%s', async (_, { first, later, options = {} }) => {
    const settings = { reportingCurrency: options.reportingCurrency };
    await fixture.take(first);
    await fixture.publish({ settings });
    await fixture.take(later);
    const { version } = await fixture.publish({ settings });
    expect(differences(await servedRows(fixture.engine, version), oracle([...first, ...later], options))).toEqual([]);
  });

  it('when a product turns out to be in another currency while a publish has begun', async () => {
    const { first, later, options = {} } = currencyChange();
    const settings = { reportingCurrency: options.reportingCurrency };
    await fixture.take(first);
    await fixture.publish({ settings });
    const meanwhile = [...later];
    await fixture.take([product(5, 45, { currency: 'EUR' })]);
    await fixture.publish({
      settings,
      async beforeCommand(sql) {
        if (/INSERT INTO \{state:Identifier\}.product_attribute/.test(sql)) await fixture.take(meanwhile.splice(0));
      },
    });
    expect(meanwhile).toEqual([]);
    const { version } = await fixture.publish({ settings });
    const all = [...first, product(5, 45, { currency: 'EUR' }), ...later];
    expect(differences(await servedRows(fixture.engine, version), oracle(all, options))).toEqual([]);
  });

  it('when an earlier release gave scratch tables another shape', async () => {
    const { first, later } = lateLink();
    await fixture.take(first);
    const { version: base } = await fixture.publish();
    await reshape([
      'product_amount',
      'product_current',
      'creator_current',
      'link_current',
      'touched_product',
      'category_current',
    ]);
    await fixture.take(later);
    const report = await fixture.publish();
    expect(report.base).toBe(base);
    expect(differences(await servedRows(fixture.engine, report.version), oracle([...first, ...later]))).toEqual([]);
  });

  async function reshape(tables: readonly string[]): Promise<void> {
    const lineage = (await fixture.versions.current())?.lineage;
    for (const table of tables)
      await fixture.engine.command(
        `CREATE OR REPLACE TABLE state_${lineage}.${table} (former String) ENGINE = MergeTree ORDER BY former AS SELECT 'left'`,
      );
  }
});

function currencyChange(): Story {
  const fx = (currency: string, per_usd: number): Observation => ({
    kind: 'fx',
    currency,
    date: '2026-01-01',
    per_usd,
  });
  const own = (day: number, units: number) =>
    video(day, units * 100, [{ product_id: '1', total_video_sale_cnt: units, total_video_sale_gmv_amt: units * 10 }]);
  const days = [1, 2, 3, 4];
  return {
    first: [
      fx('EUR', 0.5),
      fx('GBP', 0.8),
      ...days.flatMap((day) => [product(day, day * 9, { currency: 'EUR', spu_avg_price: 10 }), own(day, day * 3)]),
    ],
    later: [product(5, 60, { currency: 'GBP' }), own(5, 20)],
    options: { reportingCurrency: 'USD' },
  };
}

function lateLink(): Story {
  const days = Array.from({ length: 20 }, (_, day) => day + 1);
  return {
    first: days.flatMap((day) => [product(day, day * 10, { spu_avg_price: 3 }), video(day, day * day, [])]),
    later: [product(21, 300), video(21, 1000, [{ product_id: '1' }])],
  };
}

function lateObservation(): Story {
  return {
    first: [
      product(1, 10, { spu_avg_price: 2 }),
      product(28, 100),
      video(1, 0, [{ product_id: '1' }]),
      video(28, 500, []),
    ],
    later: [product(9, 90), video(11, 400, [])],
  };
}

function lateCreation(): Story {
  const created = { create_time: Date.UTC(2026, 0, 1) / 1000 };
  return {
    first: [
      product(1, 10, { spu_avg_price: 2 }),
      product(9, 100),
      video(3, 50, [{ product_id: '1' }]),
      video(9, 60, []),
    ],
    later: [{ ...video(9, 60, []), ...created }, product(10, 120)],
  };
}

function latePrice(): Story {
  return { first: [product(1, 10), product(8, 80)], later: [product(9, 90, { spu_avg_price: 7 })] };
}

/** Days 1 to 20 grow; from day 21 on a reader writes zeros, to everything that has a running total. */
function misread(days: number): readonly Observation[] {
  const grown = Array.from({ length: 20 }, (_, day) => seenInFull(day + 1, 1));
  return [...grown, ...Array.from({ length: days }, (_, day) => seenInFull(day + 21, 0))].flat();
}

function seenInFull(day: number, factor: number): readonly Observation[] {
  const units = Math.floor((1000 + day * 10) * factor);
  const own = { product_id: '1', total_video_sale_cnt: Math.floor(units / 2), total_video_sale_gmv_amt: units * 2 };
  return [
    product(day, units, { total_sale_gmv_amt: units * 5, spu_avg_price: 5, currency: 'EUR' }),
    video(day, units * 100, [own]),
  ];
}

function dip(): Story {
  return { first: misread(5), later: seenInFull(26, 1) };
}

function correction(): Story {
  return { first: misread(9), later: seenInFull(30, 1) };
}

function dipMadeGoodLate(): Story {
  return { first: [...misread(4), ...seenInFull(28, 0.01), ...seenInFull(30, 0.02)], later: seenInFull(25, 1) };
}

function otherCurrency(): Story {
  const days = [21, 22, 23, 24];
  return {
    first: misread(0),
    later: days.map((day) => product(day, 1200 + day * 10, { currency: 'USD', spu_avg_price: 6 })),
  };
}

function product(day: number, units: number, fields: object = {}): Observation {
  return { kind: 'product', observed_at: moment(day), product_id: '1', region: 'US', total_sale_cnt: units, ...fields };
}

type Links = NonNullable<VideoObservation['products']>;

function video(day: number, views: number, products: Links): VideoObservation {
  return { kind: 'video', observed_at: moment(day), video_id: '7', user_id: '3', total_views_cnt: views, products };
}

/** Noon of a day of January 2026. */
function moment(day: number): string {
  return `2026-01-${String(day).padStart(2, '0')}T12:00:00.000Z`;
}
