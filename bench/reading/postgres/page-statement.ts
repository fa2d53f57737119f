import type { ListSource } from '../../../packages/server/src/serving/list-source.ts';
import type { Condition, PageQuery, ValueTest } from '../../../packages/server/src/serving/page-query.ts';
import { storedValue } from './columns.ts';

/** A statement for the driver. */
export interface PeerStatement {
  readonly text: string;
  readonly values: readonly (string | number)[];
  /** Whether there are few statements like it, so that it is worth preparing. */
  readonly recurs: boolean;
}

/** Further down than this, the ids of the page are found first, from the index alone, and then its rows. */
const offsetDeep = 50;

/**
 * The peer's SELECT of a page: column `json`, a row each, in the order of the contract.
 *
 * Statements with several filters are nearly all different: keeping each of them prepared in every connection would
 * cost more memory than it saves time.
 */
export function peerStatement(source: ListSource, query: PageQuery): PeerStatement {
  const { filters, pageNum, pageSize } = query;
  const offset = (pageNum - 1) * pageSize;
  const values = conditionsOf(query).map(({ field, test, value }) => storedValue(source, field, test, value));
  return {
    text: offset >= offsetDeep ? deepText(source, query) : nearText(source, query),
    values: [...values, pageSize, offset],
    recurs: filters.length <= 1,
  };
}

function nearText(source: ListSource, query: PageQuery): string {
  return `SELECT json FROM ${source.table} WHERE ${where(query)} ${order(source, query)} ${slice(query)}`;
}

function deepText(source: ListSource, query: PageQuery): string {
  const key = [...source.key, source.rowId];
  const ids = [...new Set([...key, query.sort.field])].join(', ');
  const page = `SELECT ${ids} FROM ${source.table} WHERE ${where(query)} ${order(source, query)} ${slice(query)}`;
  const same = key.map((name) => `listed.${name} = page.${name}`).join(' AND ');
  return `SELECT listed.json FROM (${page}) AS page JOIN ${source.table} AS listed ON ${same} ${order(source, query, 'page.')}`;
}

const operators: Readonly<Record<ValueTest, string>> = { equal: '=', atLeast: '>=', atMost: '<=' };

function where(query: PageQuery): string {
  const tests = conditionsOf(query).map(({ field, test }, i) => `${field} ${operators[test as ValueTest]} $${i + 1}`);
  return tests.join(' AND ');
}

function conditionsOf({ key, filters }: PageQuery): readonly Condition[] {
  return [...key, ...filters];
}

function order(source: ListSource, { sort }: PageQuery, of = ''): string {
  return `ORDER BY ${of}${sort.field} ${sort.descending ? 'DESC' : 'ASC'}, ${of}${source.rowId} ASC`;
}

function slice(query: PageQuery): string {
  const { length } = conditionsOf(query);
  return `LIMIT $${length + 1} OFFSET $${length + 2}`;
}
