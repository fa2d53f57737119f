import type { Engine } from '../warehouse/engine/engine.ts';
import type { ListSource } from './list-source.ts';
import type { PageQuery } from './page-query.ts';
import { pageIdsStatement, pageStatement } from './page-sql.ts';
import { type Frame, framed, type Page, type Reader, type RowFinder } from './reader.ts';

/** Reads pages with SQL from the serving tables: always right, at any size. */
export class ClickHouseReader implements Reader {
  readonly #engine: Pick<Engine, 'bytes'>;

  constructor(engine: Pick<Engine, 'bytes'>) {
    this.#engine = engine;
  }

  async page(source: ListSource, query: PageQuery, version: number, frame?: Frame): Promise<Page> {
    const { sql, parameters } = pageStatement(source, query, version);
    return framed(joined(await this.#engine.bytes(sql, parameters)), frame);
  }
}

/** Finds the rows of pages with SQL, from the narrow columns that a query tests and sorts by. */
export class ClickHouseFinder implements RowFinder {
  readonly #engine: Pick<Engine, 'rows'>;

  constructor(engine: Pick<Engine, 'rows'>) {
    this.#engine = engine;
  }

  async ids(source: ListSource, query: PageQuery, version: number): Promise<readonly string[]> {
    const { sql, parameters } = pageIdsStatement(source, query, version);
    return (await this.#engine.rows<{ row_id: string }>(sql, parameters)).map(({ row_id: id }) => id);
  }
}

const newline = 0x0a;
const comma = 0x2c;

/** Lines to list: a line break inside a value is escaped, so that every raw one ends a row. */
function joined(lines: Buffer): Page {
  const rows = Buffer.from(lines.at(-1) === newline ? lines.subarray(0, -1) : lines);
  let count = rows.length === 0 ? 0 : 1;
  for (let at = rows.indexOf(newline); at !== -1; at = rows.indexOf(newline, at + 1)) {
    rows[at] = comma;
    count++;
  }
  return { rows, count };
}
