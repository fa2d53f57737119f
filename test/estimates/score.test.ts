import { afterAll, beforeAll, expect, it } from 'vitest';
import { accuracyOf } from '../../packages/server/src/estimates/accuracy.ts';
import { hiddenSales } from '../../packages/server/src/estimates/hidden-sales.ts';
import { type Interval, interval80 } from '../../packages/server/src/estimates/interval.ts';
import { type EstimateScore, type KindScore, scoreEstimates } from '../../packages/server/src/estimates/score.ts';
import { inTrial } from '../../packages/server/src/estimates/trial.ts';
import { defaultPublishSettings } from '../../packages/server/src/warehouse/publish/settings.ts';
import type { DatasetVersion } from '../../packages/server/src/warehouse/versions.ts';
import { openPublishFixture, type PublishFixture } from '../publish/publish-fixture.ts';
import { simulated } from '../publish/simulated.ts';
import { trueSales } from './hidden-truth.ts';
import { showingOwnSales } from './marketplace.ts';

let fixture: PublishFixture;
let served: DatasetVersion;
let score: EstimateScore;

beforeAll(async () => {
  fixture = await openPublishFixture();
  const observations = simulated(showingOwnSales);
  await fixture.take(observations);
  // The second goes on from the first: what it corrects is in rows of both.
  await fixture.publish({ asOf: '2026-10-24' });
  await fixture.publish();
  const current = await fixture.versions.current();
  if (current === undefined) throw new Error('nothing is served');
  served = current;
  score = await scoreEstimates(fixture.engine, served, defaultPublishSettings);
});
afterAll(() => fixture.remove());

it('misses hidden sales by as much as their truth says', async () => {
  expect(score.isEnough).toBe(true);
  const [learned = []] = await inTrial(fixture.engine, served, 'known', (trial) =>
    hiddenSales(trial, [defaultPublishSettings]),
  );
  const truth = trueSales(showingOwnSales);
  for (const window of [7, 30] as const) {
    const ofVideos = learned.filter((sale) => sale.kind === 'video' && sale.window === window);
    const ofTruth = accuracyOf(ofVideos.map((sale) => ({ ...sale, known: truth(sale) })));
    const shown = scoreOf(score, 'video', window);
    expect(Math.abs((shown.learned?.wape ?? 0) / ofTruth.wape - 1)).toBeLessThan(0.15);
    expect(shown.learned?.wape).toBeLessThan(shown.naive?.wape ?? 0);
    expect(shown.sources).toBe(new Set(ofVideos.map(({ source }) => source)).size);
  }
});

it('gives no figure for a kind of which too little is known', () => {
  const lives = scoreOf(score, 'live', 30);
  expect(lives.sources).toBeLessThan(10);
  expect(lives).toMatchObject({ learned: null, naive: null });
});

it('gives no figure at all where nothing is known', async () => {
  const unknown = { ...served, version: 0 };
  const { isEnough, scores } = await scoreEstimates(fixture.engine, unknown, defaultPublishSettings);
  expect(isEnough).toBe(false);
  expect(scores.map(({ sources, learned }) => [sources, learned])).toEqual(Array(4).fill([0, null]));
});

it('estimates as the publish did while nothing is hidden', async () => {
  const differing = await inTrial(fixture.engine, served, 'linked', async (trial) => {
    await trial.hide(undefined);
    await trial.estimate(defaultPublishSettings);
    const sums = (database: string) =>
      `SELECT product_id, day, kind, source_id, sum(units) AS units FROM {${database}:Identifier}.attribution GROUP BY ALL HAVING units != 0`;
    return trial.rows(
      `(${sums('state')} EXCEPT ${sums('source')}) UNION ALL (${sums('source')} EXCEPT ${sums('state')})`,
    );
  });
  expect(differing).toEqual([]);
});

it('judges by the interval that is served', async () => {
  const rows = await fixture.engine.rows<{ units: number; of_product: number; low: string; high: string }>(
    `SELECT toUInt32(pow(number, 2)) AS units, toUInt32(pair.2 + units * pair.1) AS of_product,
        vitrineVariance(toFloat64(units), toFloat64(of_product)) AS variance,
        vitrineSure(0, 0, 1000 * units, 1000 * of_product, 0) AS sure,
        toString(vitrineLow(units, sure, variance)) AS low, toString(vitrineHigh(units, sure, variance)) AS high
     FROM numbers(40) ARRAY JOIN [(1, 0), (1, 1), (4, 0), (1000, 1)] AS pair
     WHERE of_product > 0`,
  );
  expect(rows).toHaveLength(158);
  for (const { units, of_product, low, high } of rows)
    expect({ units, of_product, low, high }).toEqual({ units, of_product, ...asText(interval80(units, of_product)) });
});

it('leaves nothing behind when it fails, nor what a killed one left', async () => {
  const databases = () => fixture.engine.rows("SELECT name FROM system.databases WHERE name LIKE '%trial%'");
  const failing = inTrial(fixture.engine, served, 'known', async () => {
    expect(await databases()).toHaveLength(1);
    throw new Error('failed halfway');
  });
  await expect(failing).rejects.toThrow('failed halfway');
  expect(await databases()).toEqual([]);
  await fixture.engine.command('CREATE DATABASE estimates_trial');
  await inTrial(fixture.engine, served, 'known', async () => {});
  expect(await databases()).toEqual([]);
});

function asText({ low, high }: Interval) {
  return { low: String(low), high: String(high) };
}

function scoreOf({ scores }: EstimateScore, kind: KindScore['kind'], window: number): KindScore {
  const found = scores.find((score) => score.kind === kind && score.window === window);
  if (found === undefined) throw new Error(`no score of ${kind}s over ${window} days`);
  return found;
}
