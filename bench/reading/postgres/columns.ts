import { type FieldKind, fieldOf, type ListSource } from '../../../packages/server/src/serving/list-source.ts';
import type { Test } from '../../../packages/server/src/serving/page-query.ts';
import { rowExpressions, rowFormatSettings } from '../../../packages/server/src/serving/page-sql.ts';
import { measuredFilters } from '../requests/measured-filters.ts';

/** The peer's columns of a list besides `json`: what a request can fix, sort or filter by. */
export function columnsOf(source: ListSource): readonly string[] {
  return [...new Set([...source.key, source.rowId, ...source.sortFields, ...measuredFilters(source)])];
}

/**
 * The engine's SELECT of a list as the peer stores it: the columns above, then the row as the very bytes that are
 * served. Lines of fields with a tab between, nothing escaped: no field holds a tab or a line break, for JSON has them
 * escaped.
 */
export function exportSql(source: ListSource): string {
  const order = [...source.key, source.rowId].map((name) => `listed.${name}`).join(', ');
  return `
    SELECT ${columnsOf(source)
      .map((name) => stored(source, name))
      .join(', ')},
      formatRowNoNewline('JSONEachRow', ${rowExpressions(source)})
    FROM ${source.table} AS listed
    WHERE listed.version = {version:UInt32}
    ORDER BY ${order}
    SETTINGS ${rowFormatSettings}
    FORMAT TSVRaw`;
}

function stored(source: ListSource, name: string): string {
  const { kind } = fieldOf(source, name);
  if (kind === 'digits') return `toUInt64OrZero(listed.${name})`;
  return decimals(kind) === 0 ? `listed.${name}` : `toInt64(listed.${name} * ${10 ** decimals(kind)})`;
}

/** Digits after the point of a kind of field, which the peer stores as a whole number. */
function decimals(kind: FieldKind): number {
  if (kind === 'rate') return 4;
  return kind === 'amount' || kind === 'rating' ? 2 : 0;
}

const digitsAfterPoint = 6;

/** A condition's value for the peer's column; a bound between two whole numbers goes to the one that is inside. */
export function storedValue(source: ListSource, field: string, test: Test, canonical: string): string {
  const { kind } = fieldOf(source, field);
  if (decimals(kind) === 0) return canonical;
  const [whole = '0', fraction = ''] = canonical.split('.');
  const fine = BigInt(whole + fraction.padEnd(digitsAfterPoint, '0'));
  const step = 10n ** BigInt(digitsAfterPoint - decimals(kind));
  return String(test === 'atLeast' ? (fine + step - 1n) / step : fine / step);
}
