import { type Day, dateOf, dayOf } from '../day.ts';
import type { Engine } from '../engine.ts';
import type { DatasetVersion, VersionStore } from '../versions.ts';

/** What a publish goes on from, and up to where it goes. */
export interface PublishPlan {
  readonly asOfDay: Day;
  /** The version whose state it continues; undefined works everything out from the landing tables. */
  readonly base: DatasetVersion | undefined;
  /** The version that is served meanwhile; 0 before the first publish. */
  readonly served: number;
  /** Ingest batches with a smaller id are wholly in. */
  readonly watermark: number;
}

export interface PlanInputs {
  readonly engine: Engine;
  readonly versions: VersionStore;
  /** As-of day asked for, `YYYY-MM-DD`; undefined is the latest day with an observation. */
  readonly asOf?: string | undefined;
  readonly watermark: number;
  readonly fingerprint: string;
  readonly reportingCurrency?: string | undefined;
  /** Goes on from nothing, whatever is there. */
  readonly anew?: boolean | undefined;
}

/** A publish that cannot begin: what the caller asked for does not fit what is there. */
export class PublishRefused extends Error {
  override readonly name = 'PublishRefused';
}

/**
 * Decides what to go on from.
 *
 * @throws PublishRefused when there is nothing to publish or the as-of day is no day.
 */
export async function planPublish(inputs: PlanInputs): Promise<PublishPlan> {
  const asOfDay = inputs.asOf === undefined ? await latestDay(inputs.engine) : requestedDay(inputs.asOf);
  const served = await inputs.versions.current();
  const base = served !== undefined && (await canContinue(inputs, served, asOfDay)) ? served : undefined;
  return { asOfDay, base, served: served?.version ?? 0, watermark: inputs.watermark };
}

function requestedDay(asOf: string): Day {
  try {
    return dayOf(asOf);
  } catch (cause) {
    throw new PublishRefused(`as-of: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}

const observedTables = ['landing_product', 'landing_shop', 'landing_creator', 'landing_video', 'landing_live'];

async function latestDay(engine: Engine): Promise<Day> {
  const each = observedTables.map((table) => `SELECT max(observed_at) AS at, count() AS n FROM ${table}`);
  const union = each.join(' UNION ALL ');
  const [latest] = await engine.rows<{ day: number; n: string }>(
    `SELECT toInt32(toDate(max(at))) AS day, sum(n) AS n FROM (${union})`,
  );
  if (latest === undefined || latest.n === '0')
    throw new PublishRefused('there is nothing to publish yet: ingest observations first');
  return latest.day;
}

/** Whether the state of the served version can be gone on from. */
async function canContinue(inputs: PlanInputs, served: DatasetVersion, asOfDay: Day): Promise<boolean> {
  if (inputs.anew || served.settings !== inputs.fingerprint) return false;
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
