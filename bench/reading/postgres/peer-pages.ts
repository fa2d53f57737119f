import pg from 'pg';
import type { ListSource } from '../../../packages/server/src/serving/list-source.ts';
import type { PageQuery } from '../../../packages/server/src/serving/page-query.ts';
import { peerSchema } from './fill.ts';
import { peerStatement } from './page-statement.ts';

/** As many as there are connections of callers: none waits for another's. */
const connectionsMax = 16;

/** The peer's tables, asked through a pool of connections. */
export class PeerPages {
  readonly #pool: pg.Pool;
  /** Names of prepared statements, by text. */
  readonly #names = new Map<string, string>();

  constructor(databaseUrl: string) {
    this.#pool = new pg.Pool({
      connectionString: databaseUrl,
      max: connectionsMax,
      options: `-c search_path=${peerSchema}`,
    });
  }

  /** A page's rows as JSON, joined by commas. @throws what the database reports */
  async rows(source: ListSource, query: PageQuery): Promise<Buffer> {
    const { text, values, recurs } = peerStatement(source, query);
    const statement = { text, values: [...values], rowMode: 'array' as const };
    const named = recurs ? { ...statement, name: this.#nameOf(text) } : statement;
    const { rows } = await this.#pool.query<[string]>(named);
    return Buffer.from(rows.map(([json]) => json).join(','));
  }

  close(): Promise<void> {
    return this.#pool.end();
  }

  #nameOf(text: string): string {
    const known = this.#names.get(text);
    if (known !== undefined) return known;
    const name = `page_${this.#names.size}`;
    this.#names.set(text, name);
    return name;
  }
}
