import type { Engine } from '../../warehouse/engine/engine.ts';
import { type PublishedVersion, readOfState } from '../published-versions.ts';
import type { Reader } from '../reader.ts';
import type { Span } from './span.ts';
import { type DayChange, type TrendRow, trendDays } from './trend-days.ts';
import type { TrendSource } from './trend-source.ts';

export interface EntityParts {
  /** Reads the lists. */
  readonly reader: Reader;
  readonly engine: Pick<Engine, 'rows'>;
}

/** All that the days of an entity follow from. */
export interface Entity {
  /** The row of the list, as of the as-of day. */
  readonly now: TrendRow;
  readonly changes: readonly DayChange[];
}

/**
 * Reads entities of a list, in the order of their ids; those that it does not have are left out.
 *
 * @throws ApiError 503 where the release that published the version did not have this state; EngineError
 */
export async function readEntities(
  { reader, engine }: EntityParts,
  source: TrendSource,
  ids: readonly string[],
  published: PublishedVersion,
  span: Span,
): Promise<readonly Entity[]> {
  const { of } = source;
  const sort = { field: of.rowId, descending: false };
  const query = { key: [], filters: [], ids, sort, pageNum: 1, pageSize: ids.length };
  const page = await reader.page(of, query, published.version);
  const listed = JSON.parse(`[${page.rows}]`) as readonly TrendRow[];
  if (listed.length === 0) return [];
  const parameters = { ...growthParameters(published, span), ids: ids.map(BigInt) };
  const changes = await readOfState(source, published, engine.rows<DayChange>(changesSql(source), parameters));
  const byId = new Map(listed.map((now) => [now[of.rowId], { now, changes: [] as DayChange[] }]));
  for (const change of changes) byId.get(change[of.rowId])?.changes.push(change);
  return [...byId.values()];
}

/** The days of an entity, the oldest first. */
export function daysOf(source: TrendSource, { now, changes }: Entity, span: Span, { asOfDay }: PublishedVersion) {
  return trendDays(source, now, changes, span, asOfDay);
}

/** One thread: pages are never without one. */
function changesSql({ growth, of }: TrendSource): string {
  return `${growth} AND ${of.rowId} IN {ids:Array(UInt64)} SETTINGS max_threads = 1`;
}

/** What the SQL of the growth takes: days up to the as-of day, of which the engine has none before 1970. */
export function growthParameters({ version, state, asOfDay }: PublishedVersion, { first }: Span) {
  return { version, state, from_day: Math.min(Math.max(first, 0), asOfDay), as_of_day: asOfDay };
}
