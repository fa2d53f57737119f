import type { TrendSource } from '../serving/trends/trend-source.ts';
import { readSqlFile } from '../warehouse/sql-files.ts';
import { type Declaration, type ListEndpoint, type TrendEndpoint, withDefaults } from './endpoint.ts';
import { date, type Fields } from './field.ts';
import { period } from './filter.ts';
import { ofId } from './key.ts';
import { defineList } from './list.ts';
import { fixedOrder } from './order.ts';

/** A trend as its file states it. */
export interface TrendDeclaration<Row extends Fields> extends Declaration {
  /** The list whose row says how it stands on the as-of day. */
  readonly of: ListEndpoint;
  /** Field of that row that says from when on it is known. */
  readonly since: TrendSource['since'];
  /** Folder of the file, which has its SQL beside it under the same name: what each running total grew by, a day a row. */
  readonly folder: string;
  /**
   * The fields of a row after its day: those of the list that are running totals, and their growth on the day under the
   * name of their window of one day.
   */
  readonly row: Row;
  readonly columns: readonly (Extract<keyof Row, string> | 'dt')[];
  /** The query of the example, without its page. */
  readonly exampleQuery: Readonly<Record<string, string>>;
}

/** Most days of one call. */
const daysMax = 180;

/** An endpoint that returns the days of an entity. It needs no table: it is read from the state of the served version. */
export function defineTrend<Row extends Fields>(declaration: TrendDeclaration<Row>): TrendEndpoint {
  const { of, since, folder, columns, exampleQuery, ...rest } = declaration;
  const row: Fields = { dt: date('UTC day, yyyy-MM-dd', '2026-01-05'), ...declaration.row };
  const days = defineList<Fields>({
    ...withDefaults(rest),
    key: [ofId(of.rowId, `ID, as in the ${of.title.toLowerCase()}.`)],
    filters: [period('dt', 'start_date', 'end_date', daysMax)],
    order: fixedOrder('dt', 'ascending'),
    rowId: 'dt',
    columns: [...columns],
    row,
    exampleQuery: { ...exampleQuery, start_date: '2026-01-05', end_date: '2026-01-31' },
  });
  const [growth = ''] = readSqlFile(new URL(`${declaration.id}.sql`, folder)).statements;
  return { ...days, kind: 'trend', of, since, growth };
}
