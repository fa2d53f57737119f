import { type Day, dateOf, dayOf } from '../day.ts';
import type { Engine } from '../engine/engine.ts';
import { landingTables } from '../schema/generated/landing-tables.ts';
import { PublishRefused, withForce } from './refusal.ts';

/** Days that can be published at all: no observation is older, and the days of the engine end in 2149. */
const possible = { first: dayOf('2000-01-01'), last: dayOf('2099-12-31') } as const;

/** What a caller asks for. */
export interface AsOfWish {
  /** `YYYY-MM-DD`; undefined: the latest day with an observation. */
  readonly asOf?: string | undefined;
  /** Also a day on which nothing was observed yet, or no more. */
  readonly force?: boolean | undefined;
}

/** @throws PublishRefused when there is no observation, or the day is none, or it lies outside the observed days. */
export async function asOfDay(engine: Engine, { asOf, force = false }: AsOfWish): Promise<Day> {
  const wanted = asOf === undefined ? undefined : possibleDay(asOf);
  const { first, last } = await observedDays(engine);
  if (wanted === undefined) return possibleDay(dateOf(last), ', the latest observed day');
  if (force || (wanted >= first && wanted <= last)) return wanted;
  const loss =
    wanted < first ? 'every list would be empty' : 'days without observations would count as days without sales';
  const days = `the observed days, ${dateOf(first)} to ${dateOf(last)}`;
  throw new PublishRefused(`as-of: ${asOf} is outside ${days}: ${loss}. ${withForce}`);
}

function possibleDay(asOf: string, whose = ''): Day {
  const day = calendarDay(asOf);
  if (day >= possible.first && day <= possible.last) return day;
  const expected = `${dateOf(possible.first)} to ${dateOf(possible.last)}`;
  throw new PublishRefused(`as-of: expected a day from ${expected}, got ${asOf}${whose}`);
}

function calendarDay(asOf: string): Day {
  try {
    return dayOf(asOf);
  } catch (cause) {
    throw new PublishRefused(`as-of: ${cause instanceof Error ? cause.message : ''}`, { cause });
  }
}

/** Reference data, such as rates, is no observation of the marketplace. */
const observedTables = landingTables.filter(({ isReference }) => !isReference).map(({ table }) => table);

async function observedDays(engine: Engine): Promise<{ readonly first: Day; readonly last: Day }> {
  const each = await Promise.all(observedTables.map((table) => observedMoments(engine, table)));
  const [days] = await engine.rows<{ first: Day; last: Day; n: string }>(
    `SELECT toInt32(toDate(min(first))) AS first, toInt32(toDate(max(last))) AS last, count() AS n
     FROM (${each.join(' UNION ALL ')})`,
  );
  if (days === undefined || days.n === '0')
    throw new PublishRefused('nothing to publish yet: ingest observations first');
  return days;
}

/** The index tells where no record is out of bounds. There the engine knows first and last of each part, and reads nothing. */
async function observedMoments(engine: Engine, table: string): Promise<string> {
  const beyond = await engine.rows(`SELECT 1 FROM ${table} WHERE out_of_bounds != '' LIMIT 1`);
  const good = beyond.length === 0 ? '' : "WHERE out_of_bounds = ''";
  return `SELECT min(observed_at) AS first, max(observed_at) AS last FROM ${table} ${good} HAVING count() > 0`;
}
