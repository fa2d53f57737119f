import type { TrendSource } from '../serving/trends/trend-source.ts';
import { readSqlFile } from '../warehouse/sql-files.ts';
import {
  type Declaration,
  type ListEndpoint,
  type SeriesEndpoint,
  type TrendEndpoint,
  withDefaults,
} from './endpoint.ts';
import { date, type Fields } from './field.ts';
import { period } from './filter.ts';
import { type Key, market, ofId } from './key.ts';
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
  /** Fields of the row that are running totals: the columns of the SQL besides the id, the day and the currency. */
  readonly grows: readonly Extract<keyof Row, string>[];
  /** Of these, those that the SQL has in thousandths. */
  readonly inThousandths?: readonly Extract<keyof Row, string>[];
  /** Default: amounts of the SQL are in the currency of the row. */
  readonly hasCurrencies?: boolean;
  /** The query of the example, without its days and page. */
  readonly exampleQuery: Readonly<Record<string, string>>;
}

/** Most days of one call. */
const daysMax = 180;

/** An endpoint that returns the days of an entity. It needs no table: it is read from the state of the served version. */
export function defineTrend<Row extends Fields>(declaration: TrendDeclaration<Row>): TrendEndpoint {
  const { id, of, since, folder, grows, inThousandths = [], hasCurrencies = false, exampleQuery } = declaration;
  const days = daysOfKey(declaration, ofId(of.rowId, `ID, as in the ${of.title.toLowerCase()}.`), exampleQuery);
  const [growth = ''] = readSqlFile(new URL(`${id}.sql`, folder)).statements;
  const trend = { ...days, kind: 'trend', of, since, grows, inThousandths, hasCurrencies, growth } as const;
  return { ...trend, series: seriesOf(declaration, trend) };
}

function seriesOf<Row extends Fields>(declaration: TrendDeclaration<Row>, trend: TrendSource): SeriesEndpoint {
  const { of, path, tag } = declaration;
  const all = `all ${tag.toLowerCase()} of a region`;
  const described = {
    summary: `Get the days of ${all}.`,
    description: `The days of ${all} that are in the ${of.title.toLowerCase()}, as \`${path}\` returns those of each, sorted by ID and day.`,
  };
  const days = daysOfKey({ ...declaration, ...described }, market('region'), { region: 'US' });
  return { ...days, kind: 'series', of, trend };
}

/** Rows of days, for whatever key. */
function daysOfKey<Row extends Fields>(
  { columns, row, ...rest }: TrendDeclaration<Row>,
  key: Key,
  exampleQuery: Readonly<Record<string, string>>,
): ListEndpoint {
  return defineList<Fields>({
    ...withDefaults(rest),
    key: [key],
    filters: [period('dt', 'start_date', 'end_date', daysMax)],
    order: fixedOrder('dt', 'ascending'),
    rowId: 'dt',
    columns,
    row: { dt: date('UTC day, yyyy-MM-dd', '2026-01-05'), ...row },
    exampleQuery: { ...exampleQuery, start_date: '2026-01-05', end_date: '2026-01-31' },
  });
}
