import type { Engine } from '../../warehouse/engine/engine.ts';
import type { VersionStore } from '../../warehouse/versions.ts';
import type { ListSource } from '../list-source.ts';
import type { PageQuery } from '../page-query.ts';
import { type PublishedVersion, PublishedVersions, readOfState } from '../published-versions.ts';
import { type Frame, framed, type Page, type Reader } from '../reader.ts';
import { KeptRankings } from './kept-rankings.ts';
import { type ListRow, rankedRow } from './ranked-row.ts';
import { Ranking } from './ranking.ts';
import { isRanking, type RankingSource } from './ranking-source.ts';
import { rankingStatement } from './ranking-sql.ts';

export interface RankingParts {
  /** Reads the lists. */
  readonly reader: Reader;
  readonly engine: Pick<Engine, 'bytes'>;
  readonly versions: Pick<VersionStore, 'list'>;
  /** Memory of the rankings that are kept. */
  readonly bytesMax: number;
}

/** Makes rankings from the state of the version, whole, and keeps them; leaves everything else to another reader. */
export class RankingReader implements Reader {
  readonly #parts: RankingParts;
  readonly #published: PublishedVersions;
  readonly #kept: KeptRankings;

  constructor(parts: RankingParts) {
    this.#parts = parts;
    this.#published = new PublishedVersions(parts.versions);
    this.#kept = new KeptRankings(parts.bytesMax);
  }

  async page(source: ListSource, query: PageQuery, version: number, frame?: Frame): Promise<Page> {
    if (!isRanking(source)) return this.#parts.reader.page(source, query, version, frame);
    const ranking = await this.#kept.get(nameOf(source, query, version), () => this.#make(source, query, version));
    const places = ranking.places((query.pageNum - 1) * query.pageSize, query.pageSize);
    const listed = await this.#listed(
      source,
      places.map(({ id }) => id),
      version,
    );
    const rows = places.map((place) => JSON.stringify(rankedRow(source, place, listed.get(place.id) ?? {})));
    return framed({ rows: Buffer.from(rows.join(',')), count: rows.length, total: ranking.count }, frame);
  }

  async #make(source: RankingSource, query: PageQuery, version: number): Promise<Ranking> {
    const published = await this.#published.find(version);
    const places = published && (await this.#places(source, query, published));
    return new Ranking(places ?? Buffer.alloc(0), source.grows);
  }

  async #places(source: RankingSource, query: PageQuery, published: PublishedVersion): Promise<Buffer | undefined> {
    const statement = rankingStatement(source, query, published);
    if (statement === undefined) return undefined;
    return readOfState(source, published, this.#parts.engine.bytes(statement.sql, statement.parameters));
  }

  /** The rows of the list, by their ids. */
  async #listed({ of }: RankingSource, ids: readonly string[], version: number): Promise<ReadonlyMap<string, ListRow>> {
    if (ids.length === 0) return new Map();
    const sort = { field: of.rowId, descending: false };
    const query = { key: [], filters: [], ids, sort, pageNum: 1, pageSize: ids.length };
    const { rows } = await this.#parts.reader.page(of, query, version);
    const listed = JSON.parse(`[${rows}]`) as readonly ListRow[];
    return new Map(listed.map((row) => [String(row[of.rowId]), row]));
  }
}

/** What a ranking is kept under: all of the question but the page. */
function nameOf(source: RankingSource, { key, filters, sort }: PageQuery, version: number): string {
  const conditions = [...key, ...filters].map(({ field, test, value }) => `${field} ${test} ${value}`);
  return [version, source.id, sort.field, ...conditions].join('\n');
}
