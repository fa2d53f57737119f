import { listField } from '../serving/rankings/ranked-row.ts';
import { readSqlFile } from '../warehouse/sql-files.ts';
import type { Declaration, ListEndpoint, RankingEndpoint } from './endpoint.ts';
import { date, type Fields, flag } from './field.ts';
import type { Filter } from './filter.ts';
import { market } from './key.ts';
import { defineList } from './list.ts';
import type { Order } from './order.ts';
import { ofPeriod } from './period.ts';

type Name<Row extends Fields> = Extract<keyof Row, string>;

/** A ranking as its file states it. */
export interface RankingDeclaration<Row extends Fields> extends Declaration {
  /** The list whose rows are ranked, of a market. */
  readonly of: ListEndpoint;
  /** Folder of the file, which has its SQL beside it under the same name: what each row grew by in a period. */
  readonly folder: string;
  /** Of fields of the row, and of columns of the list that no row shows. */
  readonly filters: readonly Filter[];
  readonly order: Order<Name<Row>>;
  readonly columns: readonly Name<Row>[];
  /** Fields of the row that are growth in the period: the columns of the SQL besides the id. */
  readonly grows: readonly Name<Row>[];
  /** All others are fields of the list; `_history_` stands in the names of running totals. */
  readonly row: Row;
  /** The query of the example, without its period and page. */
  readonly exampleQuery: Readonly<Record<string, string>>;
}

/**
 * An endpoint that ranks the rows of a list by their growth in a period. It needs no table: it is read from the state of the
 * served version.
 *
 * @throws TypeError for a field that is neither growth nor one of the list.
 */
export function defineRanking<Row extends Fields>(declaration: RankingDeclaration<Row>): RankingEndpoint {
  const { of, folder, grows, exampleQuery, row, ...rest } = declaration;
  const ofList = Object.fromEntries(of.unserved.map((field) => [field.name, field]));
  const ranked = defineList<Fields, Fields>({
    ...rest,
    row,
    key: [...ofPeriod('date', 'rank_type'), market('region')],
    rowId: of.rowId,
    unserved: { ...ofList, ...periodFields },
    exampleQuery: { date: '2026-01-05', rank_type: '2', ...exampleQuery },
  });
  const listed = new Set([...grows, ...of.row.map(({ name }) => name)]);
  const unknown = Object.keys(row).filter((name) => !listed.has(listField(name)) && !listed.has(name));
  if (unknown.length > 0) throw new TypeError(`${of.id} has no field ${unknown.join(', ')}`);
  const [periodGrowth = ''] = readSqlFile(new URL(`${declaration.id}.sql`, folder)).statements;
  return { ...ranked, kind: 'ranking', of, grows, periodGrowth };
}

const periodFields = { date: date('First day', '2026-01-05'), rank_type: flag('1 day, 2 week, 3 month', 2) };
