import type { SimulationOptions } from '@vitrine/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fittedConstants } from '../../bench/estimates/fit.ts';
import { openTruth } from '../../bench/estimates/market.ts';
import { readPublished } from '../../bench/estimates/published.ts';
import { type Fitted, fitConstants } from '../../packages/server/src/estimates/fit.ts';
import { inTrial } from '../../packages/server/src/estimates/trial.ts';
import {
  defaultPublishSettings,
  type FittedSetting,
  type PublishSettings,
} from '../../packages/server/src/warehouse/publish/settings.ts';
import type { Observation } from '../oracle/observation.ts';
import { product, video } from '../oracle/sightings.ts';
import { openPublishFixture, type PublishFixture } from '../publish/publish-fixture.ts';
import { simulated } from '../publish/simulated.ts';

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());

async function fitted(settings: Partial<PublishSettings> = {}, given: readonly FittedSetting[] = []): Promise<Fitted> {
  const served = await fixture.versions.current();
  if (served === undefined) throw new Error('nothing is served');
  return inTrial(fixture.engine, served, 'linked', (trial) =>
    fitConstants(trial, { ...defaultPublishSettings, ...settings }, given),
  );
}

/** A viewer of a live buys as readily there as those of eight views. */
const simulation: SimulationOptions = { products: 200, days: 42, seed: 5, endDate: '2026-11-01', regions: ['US'] };

async function publishAnew(observations: readonly Observation[]): Promise<void> {
  await fixture.empty();
  await fixture.take(observations);
  await fixture.publish();
}

describe('where a viewer of a live buys as readily as of eight views', () => {
  beforeAll(() => publishAnew(simulated(simulation)));

  it('finds what the same arithmetic in TypeScript finds', async () => {
    const { constants } = await fitted();
    const { liveWeight, unitsPerView } = fittedConstants(
      openTruth(await readPublished(fixture.engine, simulation), simulation),
    );
    expectNear(constants.liveViewWeight, liveWeight, 0.05);
    expectNear(constants.unitsPerView, unitsPerView, 0.1);
  });

  it('comes near eight from two', async () => {
    const { constants } = await fitted({ liveViewWeight: 2 });
    expectNear(constants.liveViewWeight, 8, 0.35);
  });

  it('leaves alone what is given', async () => {
    const { constants } = await fitted({ liveViewWeight: 3 }, ['liveViewWeight']);
    expect(Object.keys(constants)).toEqual(['unitsPerView']);
  });
});

it('comes near the weight of lives that sell three times as well', async () => {
  const fewerViewers = simulated(simulation).map((seen) =>
    seen.kind === 'live' && typeof seen.total_views_cnt === 'number'
      ? { ...seen, total_views_cnt: Math.round(seen.total_views_cnt / 3) }
      : seen,
  );
  await publishAnew(fewerViewers);
  const { constants } = await fitted();
  expectNear(constants.liveViewWeight, 24, 0.35);
});

it('cuts off what views cannot sell, and says so', async () => {
  const days = ['2026-03-01', '2026-03-02', '2026-03-03'];
  await publishAnew([
    ...days.map((day, age) => product(day, { total_sale_cnt: 100 * age })),
    ...days.map((day, age) => video(day, { total_views_cnt: 10 + age })),
  ]);
  const { constants, bounded } = await fitted();
  expect(constants.unitsPerView).toBe(1);
  expect(bounded).toMatchObject([{ name: 'unitsPerView', min: 1e-12, max: 1 }]);
  expect(bounded[0]?.found).toBeGreaterThan(1);
  expect((await fitted({}, ['unitsPerView'])).bounded).toEqual([]);
});

it('refuses where nothing that was seen has sold', async () => {
  await fixture.empty();
  await fixture.take([product('2026-03-01', { total_sale_cnt: 3 }), product('2026-03-02', { total_sale_cnt: 5 })]);
  await fixture.publish();
  await expect(fitted()).rejects.toThrow('there is nothing to fit to');
});

/** Within a factor of 1 + `part`. */
function expectNear(found: number | undefined, wanted: number | undefined, part: number): void {
  const ratio = (found ?? 0) / (wanted ?? 0);
  expect(Math.max(ratio, 1 / ratio)).toBeLessThan(1 + part);
}
