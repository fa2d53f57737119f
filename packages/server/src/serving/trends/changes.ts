import type { Day } from '../../warehouse/day.ts';
import type { Engine } from '../../warehouse/engine/engine.ts';
import type { BoundedWork } from '../bounded-work.ts';
import { type PublishedVersion, readOfState } from '../published-versions.ts';
import type { Span } from './span.ts';
import type { DayChange } from './trend-days.ts';
import type { TrendSource } from './trend-source.ts';

/**
 * Reads the changes of entities, in any order, of the days from the first of a span up to the as-of day.
 *
 * @throws ApiError 503 where the release that published the version did not have this state; EngineError
 */
export type ReadChanges = (
  source: TrendSource,
  ids: readonly string[],
  published: PublishedVersion,
  span: Pick<Span, 'first'>,
) => Promise<readonly DayChange[]>;

/** Reads with a statement for each question. */
export function changesOf(engine: Pick<Engine, 'rows'>): ReadChanges {
  return (source, ids, published, span) => {
    const parameters = { ...growthParameters(published, span), ids: ids.map(BigInt) };
    return readOfState(source, published, engine.rows<DayChange>(changesSql(source), parameters));
  };
}

/**
 * Reads with one statement what is asked for until its turn comes: most of what a statement costs is that it is one.
 *
 * @param turns lets few read at a time.
 * @throws ApiError too-slow, shutting-down; what `read` throws
 */
export function sharedChanges(read: ReadChanges, turns: Pick<BoundedWork, 'run'>): ReadChanges {
  const waiting = new Map<string, Batch>();
  return async (source, ids, published, { first }) => {
    // Few are read from the first day on, and the others need not wait for so many.
    const name = [source.id, published.version, first === firstOfAll].join(' ');
    const close = (batch: Batch) => waiting.get(name) === batch && waiting.delete(name);
    const readAll = async (batch: Batch) => {
      close(batch);
      return changesById(source, await read(source, [...batch.ids], published, batch));
    };
    const batch = waiting.get(name) ?? new Batch(turns, readAll);
    waiting.set(name, batch);
    batch.add(ids, first);
    if (batch.ids.size >= idsOfBatch) close(batch);
    const byId = await batch.changes.finally(() => close(batch));
    return ids.flatMap((id) => byId.get(id) ?? []).filter(({ day }) => day >= first);
  };
}

/** The engine has no days before 1970. */
export const firstOfAll: Day = 0;

/** Entities of a statement; each may have a change for each of 180 days. */
const idsOfBatch = 32;

type ChangesById = ReadonlyMap<string, readonly DayChange[]>;

/** Entities whose changes are read together. */
class Batch {
  readonly ids = new Set<string>();
  readonly changes: Promise<ChangesById>;
  first = Number.POSITIVE_INFINITY;

  constructor(turns: Pick<BoundedWork, 'run'>, read: (batch: Batch) => Promise<ChangesById>) {
    this.changes = turns.run(async () => {
      // Its turn may come at once, and nothing is asked for yet.
      await Promise.resolve();
      return read(this);
    });
  }

  add(ids: readonly string[], first: Day): void {
    for (const id of ids) this.ids.add(id);
    this.first = Math.min(this.first, first);
  }
}

function changesById(source: TrendSource, changes: readonly DayChange[]): ChangesById {
  const byId = new Map<string, DayChange[]>();
  for (const change of changes) {
    const id = idOf(source, change);
    const of = byId.get(id);
    if (of === undefined) byId.set(id, [change]);
    else of.push(change);
  }
  return byId;
}

/** The id of the entity that a change is of. */
export function idOf({ of }: TrendSource, change: DayChange): string {
  return String(change[of.rowId]);
}

/** One thread: pages are never without one. */
function changesSql({ growth, of }: TrendSource): string {
  return `${growth} AND ${of.rowId} IN {ids:Array(UInt64)} SETTINGS max_threads = 1`;
}

/** What the SQL of the growth takes: days up to the as-of day. */
export function growthParameters({ version, state, asOfDay }: PublishedVersion, { first }: Pick<Span, 'first'>) {
  return { version, state, from_day: Math.min(Math.max(first, firstOfAll), asOfDay), as_of_day: asOfDay };
}
