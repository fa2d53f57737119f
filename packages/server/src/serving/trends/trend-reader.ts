import { dayOf } from '../../warehouse/day.ts';
import type { Engine } from '../../warehouse/engine/engine.ts';
import type { VersionStore } from '../../warehouse/versions.ts';
import type { ListSource } from '../list-source.ts';
import type { PageQuery } from '../page-query.ts';
import { PublishedVersions, readOfState } from '../published-versions.ts';
import { type Frame, framed, type Page, type Reader } from '../reader.ts';
import { type DayChange, type Span, type TrendRow, trendDays } from './trend-days.ts';
import { isTrend, type TrendSource } from './trend-source.ts';

export interface TrendParts {
  /** Reads the lists. */
  readonly reader: Reader;
  readonly engine: Pick<Engine, 'rows'>;
  readonly versions: Pick<VersionStore, 'list'>;
}

/** Whole trends that are kept in memory; callers turn pages. */
const keptMax = 256;

/** Reads trends from the state of the version, and leaves lists to another reader. */
export class TrendReader implements Reader {
  readonly #parts: TrendParts;
  readonly #published: PublishedVersions;
  readonly #trends = new Map<string, Promise<readonly TrendRow[]>>();

  constructor(parts: TrendParts) {
    this.#parts = parts;
    this.#published = new PublishedVersions(parts.versions);
  }

  async page(source: ListSource, query: PageQuery, version: number, frame?: Frame): Promise<Page> {
    if (!isTrend(source)) return this.#parts.reader.page(source, query, version, frame);
    const days = await this.#days(source, query, version);
    const from = (query.pageNum - 1) * query.pageSize;
    const rows = days.slice(from, from + query.pageSize).map((row) => JSON.stringify(row));
    return framed({ rows: Buffer.from(rows.join(',')), count: rows.length, total: days.length }, frame);
  }

  #days(source: TrendSource, query: PageQuery, version: number): Promise<readonly TrendRow[]> {
    const name = [version, source.id, ...[...query.key, ...query.filters].map(({ value }) => value)].join(' ');
    const kept = this.#trends.get(name);
    if (kept !== undefined) return kept;
    const days = this.#read(source, query, version);
    keep(this.#trends, name, days);
    days.catch(() => this.#trends.delete(name));
    return days;
  }

  async #read(source: TrendSource, query: PageQuery, version: number): Promise<readonly TrendRow[]> {
    const [id = ''] = query.key.map(({ value }) => value);
    const published = await this.#published.find(version);
    const now = await this.#now(source, id, version);
    if (now === undefined || published === undefined) return [];
    const span = spanOf(query);
    const { state, asOfDay } = published;
    const currency = now['currency'] ?? '';
    const parameters = { state, version, id, currency, from_day: span.first, as_of_day: asOfDay };
    const changes = await readOfState(source, published, this.#parts.engine.rows<DayChange>(source.growth, parameters));
    return trendDays(source, now, changes, span, asOfDay);
  }

  /** The row of the list; undefined where it has none. */
  async #now({ of }: TrendSource, id: string, version: number): Promise<TrendRow | undefined> {
    const sort = { field: of.rowId, descending: false };
    const query = { key: [], filters: [], ids: [id], sort, pageNum: 1, pageSize: 1 };
    const { rows } = await this.#parts.reader.page(of, query, version);
    const [row] = JSON.parse(`[${rows}]`) as readonly TrendRow[];
    return row;
  }
}

function spanOf({ filters }: PageQuery): Span {
  const bound = (wanted: string) => dayOf(filters.find(({ test }) => test === wanted)?.value ?? '');
  return { first: bound('atLeast'), last: bound('atMost') };
}

/** Keeps a value, and lets go of the one that was kept first. */
function keep<Key, Value>(kept: Map<Key, Value>, key: Key, value: Value): void {
  const [oldest] = kept.keys();
  if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
}
