import type { Day } from '../../warehouse/day.ts';
import type { PublishedVersion } from '../published-versions.ts';
import type { Reader } from '../reader.ts';
import { firstOfAll, idOf, type ReadChanges } from './changes.ts';
import type { Span } from './span.ts';
import { type DayChange, knownFrom, TrendDays, type TrendRow } from './trend-days.ts';
import type { TrendSource } from './trend-source.ts';

export interface EntityParts {
  /** Reads the lists. */
  readonly reader: Reader;
  readonly changes: ReadChanges;
}

/**
 * Reads the days of entities of a list, in the order of their ids; those that it does not have are left out.
 *
 * @throws ApiError 503 where the release that published the version did not have this state; EngineError
 */
export async function readDays(
  { reader, changes }: EntityParts,
  source: TrendSource,
  ids: readonly string[],
  published: PublishedVersion,
  span: Span,
): Promise<readonly TrendDays[]> {
  const { of } = source;
  const sort = { field: of.rowId, descending: false };
  const query = { key: [], filters: [], ids, sort, pageNum: 1, pageSize: ids.length };
  const page = await reader.page(of, query, published.version);
  const listed = JSON.parse(`[${page.rows}]`) as readonly TrendRow[];
  if (listed.length === 0) return [];
  const byId = new Map(listed.map((now) => [String(now[of.rowId]), { now, changes: [] as DayChange[] }]));
  const read = (wanted: readonly TrendRow[], first: Day) =>
    wanted.length === 0
      ? []
      : changes(
          source,
          Array.from(wanted, (now) => String(now[of.rowId])),
          published,
          { first },
        );
  const { asOfDay } = published;
  const isKnown = (now: TrendRow) => knownFrom(source, now, asOfDay) <= span.first;
  const known = read(listed.filter(isKnown), span.first);
  // Of the others a growth before the span tells that they are known all the same.
  const later = read(
    listed.filter((now) => !isKnown(now)),
    firstOfAll,
  );
  for (const change of (await Promise.all([known, later])).flat()) byId.get(idOf(source, change))?.changes.push(change);
  return Array.from(byId.values(), (each) => new TrendDays(source, each.now, each.changes, span, asOfDay));
}
