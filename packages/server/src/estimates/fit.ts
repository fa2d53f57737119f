import { type FittedSetting, fittedSettings, type PublishSettings } from '../warehouse/publish/settings.ts';
import { readNamedStatements } from '../warehouse/sql-files.ts';
import { type FittedConstants, holding } from './fitted-constants.ts';
import { EstimatesRefused } from './refusal.ts';
import type { OnStep } from './score.ts';
import type { Trial } from './trial.ts';

const statements = readNamedStatements(new URL('./fit.sql', import.meta.url));

const rounds = 3;
/** Units that it takes to move the weight of lives. */
const firm = 20;
/** What a fit may find; what the data would have beyond is cut off. */
const fitBounds: Readonly<Record<FittedSetting, readonly [min: number, max: number]>> = {
  liveViewWeight: [2, 32],
  unitsPerView: [1e-12, 1],
};
/** Rows of traffic that are joined with products at a time. */
const bucketRowsMax = 6_000_000;

/** Sums over products, each by its weight; units expected are those that the rate of the product gives. */
interface Sums {
  readonly products: number;
  readonly units: number;
  readonly exposure: number;
  readonly live_units_seen: number;
  readonly live_units_expected: number;
}

/** Constants as they were fitted, and to how many products. */
export interface Fitted {
  readonly products: number;
  readonly constants: FittedConstants;
  readonly bounded: readonly BoundedConstant[];
}

/** A constant that was cut off. */
export interface BoundedConstant {
  readonly name: FittedSetting;
  /** What the data would have. */
  readonly found: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Fits the constants to the products of a trial, without knowing what truly sold: how many units a view sells, over all
 * products together, and how much more readily viewers of lives buy than those of videos. Each round estimates with the
 * constants of the one before, the first with the settings.
 *
 * @param settings without constants of an earlier fit
 * @param given settings that stay
 * @throws EstimatesRefused where nothing that was seen has sold
 */
export async function fitConstants(
  trial: Trial,
  settings: PublishSettings,
  given: readonly FittedSetting[],
  onStep?: OnStep,
): Promise<Fitted> {
  await trial.hide(undefined);
  let fitted: Fitted = { products: 0, constants: {}, bounded: [] };
  for (let round = 0; round < rounds; round++) {
    onStep?.('fit', round, rounds);
    const now: PublishSettings = { ...settings, ...fitted.constants, attribution: 'learned' };
    await trial.estimate(now);
    const sums = await sumsOf(trial, now);
    if (sums.units <= 0 || sums.exposure <= 0)
      throw new EstimatesRefused(
        'no product that has videos or lives with views has sold anything: there is nothing to fit to',
      );
    fitted = { products: sums.products, ...withinBounds(constantsOf(sums, now), given) };
  }
  return fitted;
}

function constantsOf(sums: Sums, { liveViewWeight }: PublishSettings): Required<FittedConstants> {
  const { units, exposure, live_units_seen: seen, live_units_expected: expected } = sums;
  // What the rates of products expect of all their sources together is what these sold.
  const ratio = (firm + seen) / (firm + expected) / ((firm + units - seen) / (firm + units - expected));
  return { liveViewWeight: liveViewWeight * ratio, unitsPerView: units / exposure };
}

function withinBounds(
  found: Required<FittedConstants>,
  given: readonly FittedSetting[],
): Pick<Fitted, 'constants' | 'bounded'> {
  const { liveViewWeight, unitsPerView } = found;
  const constants = {
    liveViewWeight: Math.round(1_000 * bound('liveViewWeight', liveViewWeight)) / 1_000,
    unitsPerView: Number(bound('unitsPerView', unitsPerView).toPrecision(4)),
  };
  const bounded = fittedSettings.filter((name) => !given.includes(name) && bound(name, found[name]) !== found[name]);
  return {
    constants: holding(constants, given),
    bounded: bounded.map((name) => {
      const [min, max] = fitBounds[name];
      return { name, found: found[name], min, max };
    }),
  };
}

function bound(name: FittedSetting, found: number): number {
  const [min, max] = fitBounds[name];
  return Math.min(max, Math.max(min, found));
}

async function sumsOf(trial: Trial, { videoViewWeight, liveViewWeight }: PublishSettings): Promise<Sums> {
  const [counted] = await trial.rows<{ rows: number }>(statements.get('rows') ?? '');
  const buckets = Math.max(1, Math.ceil((counted?.rows ?? 0) / bucketRowsMax));
  let all: Sums = { products: 0, units: 0, exposure: 0, live_units_seen: 0, live_units_expected: 0 };
  for (let bucket = 0; bucket < buckets; bucket++) {
    const weights = { video_weight: videoViewWeight, live_weight: liveViewWeight };
    const [sums] = await trial.rows<Sums>(statements.get('sums') ?? '', { ...weights, buckets, bucket });
    if (sums !== undefined) all = added(all, sums);
  }
  return all;
}

function added(one: Sums, other: Sums): Sums {
  return {
    products: one.products + other.products,
    units: one.units + other.units,
    exposure: one.exposure + other.exposure,
    live_units_seen: one.live_units_seen + other.live_units_seen,
    live_units_expected: one.live_units_expected + other.live_units_expected,
  };
}
