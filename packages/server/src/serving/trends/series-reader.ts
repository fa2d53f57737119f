import type { Engine } from '../../warehouse/engine/engine.ts';
import type { VersionStore } from '../../warehouse/versions.ts';
import type { PageQuery } from '../page-query.ts';
import { type PublishedVersion, PublishedVersions, readOfState } from '../published-versions.ts';
import type { Page, Reader } from '../reader.ts';
import { changesOf } from './changes.ts';
import { readDays } from './days.ts';
import { countDaysStatement, idsAtOnce, nextIdsStatement } from './series-sql.ts';
import { type Span, spanOf } from './span.ts';
import type { TrendRow } from './trend-days.ts';
import type { SeriesSource } from './trend-source.ts';

export interface SeriesParts {
  /** Reads the lists. */
  readonly reader: Reader;
  readonly engine: Pick<Engine, 'rows'>;
  readonly versions: Pick<VersionStore, 'list'>;
}

/** Reads the days of all entities of a market, in the order of their ids; never more than a few entities are held. */
export class SeriesReader {
  readonly #parts: SeriesParts;
  readonly #published: PublishedVersions;

  constructor(parts: SeriesParts) {
    this.#parts = parts;
    this.#published = new PublishedVersions(parts.versions);
  }

  /**
   * How many rows there are.
   *
   * @throws ApiError 503 where the release that published the version did not have this state; EngineError
   */
  async count(source: SeriesSource, query: PageQuery, version: number): Promise<number> {
    const published = await this.#published.find(version);
    if (published === undefined) return 0;
    const { sql, parameters } = countDaysStatement(source, query, published, spanOf(query));
    const rows = this.#parts.engine.rows<{ rows: string }>(sql, parameters);
    const [found] = await readOfState(source, published, rows);
    return Number(found?.rows);
  }

  /**
   * All rows, so many a page. Ends early when the version is gone.
   *
   * @throws as {@link count}
   */
  async *pages(
    source: SeriesSource,
    query: PageQuery,
    version: number,
    pageSize: number,
  ): AsyncGenerator<Page, void, undefined> {
    let page: string[] = [];
    for await (const row of this.#rows(source, query, version)) {
      page.push(JSON.stringify(row));
      if (page.length < pageSize) continue;
      yield pageOf(page);
      page = [];
    }
    if (page.length > 0) yield pageOf(page);
  }

  async *#rows(source: SeriesSource, query: PageQuery, version: number): AsyncGenerator<TrendRow, void, undefined> {
    const published = await this.#published.find(version);
    if (published === undefined) return;
    const { trend } = source;
    const span = spanOf(query);
    const { reader, engine } = this.#parts;
    const parts = { reader, changes: changesOf(engine) };
    for await (const ids of this.#ids(source, query, version, entitiesAtOnce(span, published))) {
      const entities = await readDays(parts, trend, ids, published, span);
      for (const days of entities) yield* days.rows();
      if (entities.length < ids.length) return;
    }
  }

  /** The ids of the market, so many at a time. */
  async *#ids(source: SeriesSource, query: PageQuery, version: number, atOnce: number) {
    const { rowId } = source.trend.of;
    for (let from: string | undefined = '0'; from !== undefined; ) {
      const { sql, parameters } = nextIdsStatement(source, query, from, version);
      const rows: readonly Readonly<Record<string, string>>[] = await this.#parts.engine.rows(sql, parameters);
      const ids = rows.map((row) => row[rowId] ?? '');
      for (let at = 0; at < ids.length; at += atOnce) yield ids.slice(at, at + atOnce);
      from = ids.length < idsAtOnce ? undefined : idAfter(ids.at(-1) ?? '');
    }
  }
}

const changesAtOnce = 20_000;

/** As many entities as have not too many changes together: other requests wait while they are read. */
function entitiesAtOnce({ first }: Span, { asOfDay }: PublishedVersion): number {
  return Math.max(50, Math.min(200, Math.ceil(changesAtOnce / Math.max(1, asOfDay - first + 1))));
}

/** Undefined after the last one that there can be. */
function idAfter(id: string): string | undefined {
  const next = BigInt(id) + 1n;
  return next < 2n ** 64n ? String(next) : undefined;
}

function pageOf(rows: readonly string[]): Page {
  return { rows: Buffer.from(rows.join(',')), count: rows.length };
}
