import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { withdrawBatch } from '../../packages/server/src/ingest/withdrawal/withdrawals.ts';
import { deleteCreator } from '../../packages/server/src/warehouse/delete-creator.ts';
import { knownCreator } from '../../packages/server/src/warehouse/known-creator.ts';
import { rollBack } from '../../packages/server/src/warehouse/rollback.ts';
import { idsOfSameCreator } from '../../packages/server/src/warehouse/same-creator.ts';
import type { Observation, SaleObservation } from '../oracle/observation.ts';
import { type OracleOptions, oracle } from '../oracle/oracle.ts';
import { creator, fx, live, product, sale, video } from '../oracle/sightings.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { differences, servedRows } from './served.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

const settingsOf = ({ reportingCurrency }: OracleOptions) => ({ reportingCurrency });

async function expectRowsOf(seen: readonly Observation[], options: OracleOptions = {}): Promise<void> {
  const { version } = await fixture.publish({ settings: settingsOf(options), force: true });
  expect(differences(await servedRows(fixture.engine, version), oracle(seen, options))).toEqual([]);
}

const dayOf = (day: number) => new Date(Date.UTC(2026, 2, day)).toISOString().slice(0, 10);
const days = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const skus = [{ sku_id: '77', real_price: { price_val: 4 } }];

/** What an agency and its tools say over some days: orders, windows, totals of some products. */
function saidOn(day: number): readonly Observation[] {
  const today = dayOf(day);
  return [
    sale(today, 1 + (day % 3), {
      sale_id: `order ${day}`,
      video_id: '1',
      user_id: '7',
      gmv: 9.5 * day,
      currency: 'EUR',
    }),
    sale(today, 2, { sku_id: '77', product_id: undefined, channel: 'card' }),
    sale(today, 3, { product_id: '300', live_id: '2', gmv: 20, currency: 'EUR' }),
    sale(today, 70 + day, {
      basis: 'stated',
      product_id: '300',
      day_from: dayOf(day - 6),
      gmv: 500 + day,
      currency: 'EUR',
    }),
    sale(today, 7, { basis: 'stated', product_id: '200', day_from: dayOf(day - 6), video_id: '1' }),
    product(today, {
      product_id: '200',
      currency: 'EUR',
      spu_avg_price: 3,
      ...(day % 4 !== 0 && { total_sale_cnt: 50 + 20 * day }),
    }),
    video(today, { total_views_cnt: 100 * day, products: [{ product_id: '100', total_video_sale_cnt: 5 * day }] }),
    live(today, {
      live_id: '2',
      total_views_cnt: 10 * day,
      products: [{ product_id: '200', total_live_sale_cnt: 3 * day }],
    }),
  ];
}

const history = days(8).flatMap(saidOn);

describe('sales are served as docs/estimates.md says', () => {
  it.each<OracleOptions>([{}, { reportingCurrency: 'USD' }])(
    'a day at a time, and sent again, with %o',
    async (options) => {
      const rates = [fx('2026-03-01', 'EUR', 0.5), fx('2026-03-05', 'EUR', 0.8)];
      const seen = [...rates, ...history, product('2026-03-04', { product_id: '400', currency: 'EUR', skus })];
      await fixture.take(rates);
      for (const day of days(8)) {
        await fixture.take(seen.filter((one) => one.kind !== 'fx' && one.observed_at.startsWith(dayOf(day))));
        if (day > 3) await fixture.publish({ settings: settingsOf(options) });
      }
      await fixture.take(seen);
      await expectRowsOf(seen, options);
    },
  );

  it.each<[string, readonly Observation[]]>([
    ['a cancelled order of long ago', [corrected(2, { units: 0 })]],
    [
      'an order that turns out to be of another product, day and video',
      [corrected(3, { product_id: '200', video_id: '9' })],
    ],
    ['an order without its video', [corrected(1, { video_id: undefined, user_id: undefined })]],
    ['sales of long ago', [sale('2026-03-02', 11, { product_id: '200', sale_id: 'late' })]],
    ['the SKU of lines that came before', [product('2026-03-08', { product_id: '400', skus })]],
    [
      'another product with that SKU',
      [product('2026-03-08', { skus }), product('2026-03-02', { product_id: '50', skus })],
    ],
    [
      'totals of a product that had none',
      [3, 6].map((day) => product(dayOf(day), { currency: 'EUR', total_sale_cnt: 10 * day })),
    ],
    ['a price', [product('2026-03-07', { currency: 'EUR', spu_avg_price: 7 })]],
    ['a currency', [sale('2026-03-08', 1, { sale_id: 'us', gmv: 5, currency: 'USD' })]],
    ['the day after', saidOn(9)],
    ['a shorter window', [sale('2026-03-08', 40, { basis: 'stated', product_id: '300', day_from: '2026-03-06' })]],
  ])('where a publish goes on with %s', async (_, later) => {
    await fixture.take(history);
    await fixture.publish();
    await fixture.take(later);
    await expectRowsOf([...history, ...later]);
  });

  it('after a rollback, a withdrawn batch, and a publish that failed', async () => {
    const wrong = [corrected(8, { units: 900 }), ...saidOn(9)];
    await fixture.take(history);
    await fixture.publish();
    await fixture.take(wrong);
    await expect(fixture.publish({ onStep: failing })).rejects.toThrow('stopped');
    await fixture.publish();
    await rollBack(fixture.versions);
    await expectRowsOf([...history, ...wrong]);
    await withdrawBatch(fixture.withdrawals, 2, 'wrong');
    await expectRowsOf(history);
  });
});

/** The order of a day as a later export has it. */
function corrected(day: number, fields: Partial<SaleObservation>): SaleObservation {
  return sale(dayOf(day), 1, { sale_id: `order ${day}`, ...fields, observed_at: '2026-03-08T23:30:00Z' });
}

function failing(step: string): void {
  if (step === '60_running_totals') throw new Error('stopped');
}

it('a publish reports lines whose SKU no product was seen with', async () => {
  const line = (units: number, sku: string) => sale('2026-03-08', units, { product_id: undefined, sku_id: sku });
  await fixture.take([line(1, '77'), line(2, '88'), { ...line(2, '88'), channel: 'card' }, product('2026-03-08')]);
  expect((await fixture.publish()).unknownSkus).toEqual({ skus: 2, sales: 3, examples: ['88', '77'] });
  await fixture.take([product('2026-03-08', { skus })]);
  expect((await fixture.publish()).unknownSkus).toEqual({ skus: 1, sales: 2, examples: ['88'] });
});

it('a publish reports known sales that are more than their product sold, and limits them', async () => {
  const totals = ['2026-03-08', '2026-03-09', '2026-03-10'].map((day, age) =>
    product(day, { total_sale_cnt: 10 * age }),
  );
  const sold = (day: string, units: number, video_id: string) =>
    sale(day, units, { sale_id: `${day} ${video_id}`, video_id });
  await fixture.take([...totals, sold('2026-03-09', 25, '1'), sold('2026-03-09', 5, '2'), sold('2026-03-10', 10, '1')]);
  const first = await fixture.publish();
  expect(first.beyondTotals).toEqual({ units: 20, productDays: 1, products: 1, examples: ['100'] });
  const video = { sale_id: '2026-03-09 1', video_id: '1' };
  await fixture.take([sale('2026-03-09', 5, { ...video, observed_at: '2026-03-10T23:30:00Z' })]);
  const second = await fixture.publish();
  expect(second.beyondTotals).toEqual({ units: 0, productDays: 0, products: 0, examples: [] });
});

it('a sale in another currency that was moved to another product is reported once', async () => {
  const seen = [
    product('2026-03-09', { product_id: '100', currency: 'USD' }),
    product('2026-03-09', { product_id: '200', currency: 'USD' }),
    sale('2026-03-09', 1, { sale_id: 'order 1', product_id: '100', gmv: 10, currency: 'EUR' }),
    sale('2026-03-10', 1, { sale_id: 'order 1', product_id: '200', gmv: 10, currency: 'EUR' }),
  ];
  await fixture.take(seen);
  const { otherCurrency } = await fixture.publish();
  expect(otherCurrency).toEqual({ EUR: 1 });
  expect(oracle(seen).otherCurrency).toEqual(otherCurrency);
});

it('variants stay known that only one of two records of a moment names', async () => {
  const seen = [
    product('2026-03-09', { product_id: '100', skus: [{ sku_id: '77' }] }),
    product('2026-03-09', { product_id: '100', skus: [{ sku_id: '78', note: 'of a larger text' }] }),
    sale('2026-03-09', 3, { product_id: undefined, sku_id: '77' }),
    sale('2026-03-09', 4, { product_id: undefined, sku_id: '78' }),
  ];
  await fixture.take(seen);
  await expectRowsOf(seen);
});

it('an erased creator leaves no sale, by whatever it is theirs', async () => {
  const theirs = [
    sale('2026-03-08', 1, { user_id: '7' }),
    sale('2026-03-08', 2, { user_id: '7', video_id: '5' }),
    sale('2026-03-07', 2, { video_id: '5' }),
    sale('2026-03-08', 3, { live_id: '6' }),
    sale('2026-03-08', 4, { unique_id: 'ann.b', channel: 'link' }),
    live('2026-03-08', { live_id: '6' }),
    creator('2026-03-08', { unique_id: 'ann.b' }),
  ];
  const others = [sale('2026-03-08', 5, { channel: 'card' }), sale('2026-03-08', 6, { user_id: '8', video_id: '9' })];
  await fixture.take([...theirs, ...others]);
  await withdrawBatch(fixture.withdrawals, 1, 'and again');
  await fixture.take([...theirs, ...others]);
  const ids = await idsOfSameCreator(fixture.engine, '7');
  expect(ids).toEqual(['7', '10818650013469891915']);
  const { records } = await knownCreator(fixture.engine, ids);
  expect(records).toEqual({ creator: 1, video: 0, live: 1, sale: 5 });
  expect(await deleteCreator(fixture.engine, '7')).toEqual({ ...records, sale: 4 });
  expect(await deleteCreator(fixture.engine, '10818650013469891915')).toEqual({
    creator: 0,
    video: 0,
    live: 0,
    sale: 1,
  });
  await expectRowsOf(others);
});
