import type { VersionStore } from '../../warehouse/versions.ts';
import type { ListSource } from '../list-source.ts';
import type { PageQuery } from '../page-query.ts';
import { PublishedVersions } from '../published-versions.ts';
import { type Frame, framed, type Page, type Reader } from '../reader.ts';
import { type EntityParts, readDays } from './days.ts';
import { spanOf } from './span.ts';
import type { TrendDays } from './trend-days.ts';
import { isTrend, type TrendSource } from './trend-source.ts';

export interface TrendParts extends EntityParts {
  readonly versions: Pick<VersionStore, 'list'>;
}

/** Whole trends that are kept in memory; callers turn pages. */
const keptMax = 256;

/** Reads trends from the state of the version, and leaves lists to another reader. */
export class TrendReader implements Reader {
  readonly #parts: TrendParts;
  readonly #published: PublishedVersions;
  readonly #trends = new Map<string, Promise<TrendDays | undefined>>();

  constructor(parts: TrendParts) {
    this.#parts = parts;
    this.#published = new PublishedVersions(parts.versions);
  }

  async page(source: ListSource, query: PageQuery, version: number, frame?: Frame): Promise<Page> {
    if (!isTrend(source)) return this.#parts.reader.page(source, query, version, frame);
    const days = await this.#days(source, query, version);
    const from = (query.pageNum - 1) * query.pageSize;
    const rows = (days?.rows(from, query.pageSize) ?? []).map((row) => JSON.stringify(row));
    return framed({ rows: Buffer.from(rows.join(',')), count: rows.length, total: days?.count ?? 0 }, frame);
  }

  #days(source: TrendSource, query: PageQuery, version: number): Promise<TrendDays | undefined> {
    const name = [version, source.id, ...[...query.key, ...query.filters].map(({ value }) => value)].join(' ');
    const kept = this.#trends.get(name);
    if (kept !== undefined) return kept;
    const days = this.#read(source, query, version);
    keep(this.#trends, name, days);
    days.catch(() => this.#trends.delete(name));
    return days;
  }

  async #read(source: TrendSource, query: PageQuery, version: number): Promise<TrendDays | undefined> {
    const published = await this.#published.find(version);
    if (published === undefined) return undefined;
    const ids = query.key.map(({ value }) => value);
    const [days] = await readDays(this.#parts, source, ids, published, spanOf(query));
    return days;
  }
}

/** Keeps a value, and lets go of the one that was kept first. */
function keep<Key, Value>(kept: Map<Key, Value>, key: Key, value: Value): void {
  const [oldest] = kept.keys();
  if (kept.size >= keptMax && oldest !== undefined) kept.delete(oldest);
  kept.set(key, value);
}
