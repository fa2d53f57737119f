import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contradictionsOf, type HiddenSale, hiddenSales } from '../../packages/server/src/estimates/hidden-sales.ts';
import { inTrial } from '../../packages/server/src/estimates/trial.ts';
import { defaultPublishSettings } from '../../packages/server/src/warehouse/publish/settings.ts';
import { stateDatabase } from '../../packages/server/src/warehouse/publish/state-database.ts';
import type { Observation } from '../oracle/observation.ts';
import { product, sale, video } from '../oracle/sightings.ts';
import { openPublishFixture, type PublishFixture } from '../publish/publish-fixture.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

const days = Array.from({ length: 10 }, (_, day) => `2026-03-${String(day + 1).padStart(2, '0')}`);
const views = days.map((day, age) => video(day, { total_views_cnt: 1_000 * (age + 1) }));
/** Three units a day, sold by the only video there is. */
const ofVideo = days.map((day) => sale(day, 3, { sale_id: `video ${day}`, video_id: '1', user_id: '7' }));
const ofStorefront = days.map((day) => sale(day, 1, { sale_id: `storefront ${day}`, channel: 'card' }));

async function hiddenOf(observations: readonly Observation[]): Promise<readonly HiddenSale[]> {
  await fixture.take(observations);
  await fixture.publish();
  const served = await servedNow();
  const [hidden = []] = await inTrial(fixture.engine, served, 'known', (trial) =>
    hiddenSales(trial, [defaultPublishSettings]),
  );
  return hidden;
}

it('does not judge by sales that are all that is known of the product', async () => {
  expect(await hiddenOf([product('2026-03-01'), ...views, ...ofVideo])).toEqual([]);
});

it('judges where sales of the storefront are known too, and hides these', async () => {
  const [week] = await hiddenOf([product('2026-03-01'), ...views, ...ofVideo, ...ofStorefront]);
  expect(week).toMatchObject({ product: '100', kind: 'video', source: '1', window: 7, known: 21, ofProduct: 28 });
  // If the storefront were known, all else would be left to the video: 21 of the 28.
  expect(week?.estimated).toBeGreaterThan(21);
});

it('judges the days on which the total of the product says what it sold', async () => {
  const totals = days.slice(4).map((day, age) => product(day, { total_sale_cnt: 100 + 4 * age }));
  const sales = await hiddenOf([product('2026-03-01'), ...totals, ...views, ...ofVideo]);
  expect(sales.map(({ window, known, ofProduct }) => [window, known, ofProduct])).toEqual([
    [7, 15, 20],
    [30, 15, 20],
  ]);
});

it('leaves out a source whose views were never seen', async () => {
  const totals = days.map((day, age) => product(day, { total_sale_cnt: 100 + 4 * age }));
  expect(await hiddenOf([...totals, ...ofVideo])).toEqual([]);
});

describe('sales that are more than the product sold', () => {
  const totals = days.map((day, age) => product(day, { total_sale_cnt: 100 + 2 * age }));
  const other = days.map((day, age) => video(day, { video_id: '2', total_views_cnt: 1_000 * (age + 1) }));

  it('count as far as a publish attributes them', async () => {
    // Of two units a day, three are known of the video, and one of the storefront.
    const sales = await hiddenOf([...totals, ...views, ...ofVideo, ...ofStorefront]);
    const [published] = await fixture.engine.rows<{ units: number }>(
      `SELECT toFloat64(sum(units)) / 1000 AS units FROM ${await stateName()}.attribution WHERE source_id = 1 AND day > '2026-03-01'`,
    );
    expect(sales.map(({ window, known, ofProduct }) => [window, known, ofProduct])).toEqual([
      [7, 10.5, 14],
      [30, 13.5, 18],
    ]);
    expect(published?.units).toBe(13.5);
  });

  it('count whole where the totals leave room for them', async () => {
    const roomy = days.map((day, age) => product(day, { total_sale_cnt: 100 + 9 * age }));
    const [week] = await hiddenOf([...roomy, ...views, ...other, ...ofVideo]);
    expect(week).toMatchObject({ source: '1', known: 21, ofProduct: 63 });
  });

  it('are told, with the days of products on which they are', async () => {
    await fixture.take([...totals, ...views, ...ofVideo, ...ofStorefront]);
    await fixture.publish();
    const served = await servedNow();
    const found = await inTrial(fixture.engine, served, 'known', contradictionsOf);
    // The total of the first day is where it starts: what the records state of that day is all that is known of it.
    expect(found).toEqual({ knownUnits: 40, units: 18, productDays: 9, products: 1 });
  });
});

async function servedNow() {
  const served = await fixture.versions.current();
  if (served === undefined) throw new Error('nothing is served');
  return served;
}

async function stateName(): Promise<string> {
  return stateDatabase((await servedNow()).lineage);
}
