/**
 * What a field of a row holds, and so how it is stored, compared and written as JSON:
 *
 * | kind   | column          | JSON                                   |
 * |--------|-----------------|----------------------------------------|
 * | id     | UInt64          | string of digits                       |
 * | digits | String          | string of digits, or empty; sorts as a number |
 * | text   | String          | string                                 |
 * | code   | LowCardinality(String) | string of few values, such as a market |
 * | json   | String          | string that holds JSON, or empty       |
 * | count  | Int64           | integer                                |
 * | flag   | UInt8           | integer                                |
 * | day    | UInt32          | integer, yyyyMMdd; 0 for none          |
 * | date   | Date            | string, yyyy-MM-dd                     |
 * | amount | Decimal(24, 2)  | number with at most 2 decimals         |
 * | rate   | Decimal(9, 4)   | number with at most 4 decimals         |
 * | rating | Decimal(9, 2)   | number with at most 2 decimals         |
 */
export type FieldKind =
  | 'id'
  | 'digits'
  | 'text'
  | 'code'
  | 'json'
  | 'count'
  | 'flag'
  | 'day'
  | 'date'
  | 'amount'
  | 'rate'
  | 'rating';

/** Kinds whose JSON is a string. */
export const stringKinds: ReadonlySet<FieldKind> = new Set<FieldKind>(['id', 'digits', 'text', 'code', 'json', 'date']);

/** A field of a row: a column of the serving table of the same name. */
export interface RowField {
  readonly name: string;
  readonly kind: FieldKind;
}

/** All that a reader has to know of a list: where its rows are, what is in them, and how they may be asked for. */
export interface ListSource {
  /** Names the list, e.g. in caches. */
  readonly id: string;
  /** Serving table with the rows. */
  readonly table: string;
  /** Fields that every query fixes with an equality, in the order of the table's key (after the version). */
  readonly key: readonly string[];
  /** Field that tells rows of the same key apart; it ends every order, ascending. */
  readonly rowId: string;
  /** Fields of a row in the order they are served. */
  readonly row: readonly RowField[];
  /** Columns of the table that are no field of a row. */
  readonly unserved: readonly RowField[];
  /** Those of them that rows have when they are asked for. */
  readonly onRequest: readonly RowField[];
  /** Fields that a query may sort by. */
  readonly sortFields: readonly string[];
  /** Fields that a query may filter by, besides the key. */
  readonly filterFields: readonly string[];
  /** Those of them of which no index is to be kept. */
  readonly unindexedFields: readonly string[];
}

/** Whether a row id has one row: what has an id is in one market, but may be in lists of several others and of several days. */
export function hasOneRowEach(source: ListSource): boolean {
  const kindOf = (name: string) => fieldOf(source, name).kind;
  return kindOf(source.rowId) === 'id' && source.key.every((name) => kindOf(name) === 'code');
}

/** @throws TypeError when the list has no such field: a fault in a declaration, not in a request. */
export function fieldOf(source: ListSource, name: string): RowField {
  const field = [...source.row, ...source.unserved].find((candidate) => candidate.name === name);
  if (field === undefined) throw new TypeError(`${source.id} has no field ${name}`);
  return field;
}
