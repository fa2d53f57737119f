import { type Day, dateOf, dayOf } from '../day.ts';
import type { Engine } from '../engine/engine.ts';
import type { DatasetVersion, VersionStore } from '../versions.ts';
import { type AsOfWish, asOfDay } from './as-of-day.ts';

/** What a publish goes on from, and up to where it goes. */
export interface PublishPlan {
  readonly asOfDay: Day;
  /** The version whose state it continues; undefined works everything out from the landing tables. */
  readonly base: DatasetVersion | undefined;
  /** The version that is served meanwhile; 0 before the first publish. */
  readonly served: number;
  /** The version products that break a check are served from instead; 0: none, they are left out. */
  readonly fallback: number;
  /** Ingest batches with a smaller id are wholly in. */
  readonly watermark: number;
  /** Whether it may lose much of what is served. */
  readonly force: boolean;
}

export interface PlanInputs extends AsOfWish {
  readonly engine: Engine;
  readonly versions: VersionStore;
  readonly watermark: number;
  readonly fingerprint: string;
  readonly reportingCurrency?: string | undefined;
  /** Goes on from nothing, whatever is there. */
  readonly anew?: boolean | undefined;
}

/**
 * Decides what to go on from.
 *
 * @throws PublishRefused as `asOfDay` does.
 */
export async function planPublish(inputs: PlanInputs): Promise<PublishPlan> {
  const day = await asOfDay(inputs.engine, inputs);
  const served = await inputs.versions.current();
  const base = served !== undefined && (await canContinue(inputs, served, day)) ? served : undefined;
  return {
    asOfDay: day,
    base,
    served: served?.version ?? 0,
    fallback: fallbackOf(inputs, served),
    watermark: inputs.watermark,
    force: inputs.force ?? false,
  };
}

/** What is worked out anew to be rid of rows must not get them back from the version before: of a creator, or of a batch. */
function fallbackOf({ anew }: PlanInputs, served: DatasetVersion | undefined): number {
  return served === undefined || anew || served.outdated === 1 ? 0 : served.version;
}

/** Whether the state of the served version can be gone on from. */
async function canContinue(inputs: PlanInputs, served: DatasetVersion, asOfDay: Day): Promise<boolean> {
  if (inputs.anew || served.outdated === 1 || served.settings !== inputs.fingerprint) return false;
  // State folds values up to the greatest as-of day that was ever tried on it, and cannot unfold them.
  const tried = (await inputs.versions.list()).filter((version) => version.lineage === served.lineage);
  if (tried.some((version) => version.asOf > dateOf(asOfDay))) return false;
  return !(await conversionsChanged(inputs, served));
}

/** Whether what is already converted would be converted otherwise now: a rate of an old day arrived. */
async function conversionsChanged({ engine, reportingCurrency }: PlanInputs, served: DatasetVersion): Promise<boolean> {
  if (reportingCurrency === undefined) return false;
  const changes = await engine.rows(
    "SELECT 1 FROM landing_fx WHERE out_of_bounds = '' AND batch >= {watermark:UInt32} AND date <= toDate({day:Int32}) LIMIT 1",
    { watermark: served.watermark, day: dayOf(served.asOf) },
  );
  return changes.length > 0;
}
