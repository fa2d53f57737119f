import { nearestName } from '../../kernel/nearest-name.ts';
import type { Suspicion } from '../../kernel/suspicion.ts';
import { headingsOf } from './headings.ts';
import { namedColumns, presentNames, type Recognised, type Shape } from './recognise.ts';
import { columnsOf, fieldsByColumn, isColumnIn, type Source, type TableDeclaration } from './source.ts';

/** What a table lacks to be one of a source. */
interface NearMiss {
  readonly source: Source;
  readonly table: TableDeclaration;
  readonly lacking: readonly Lacking[];
  /** How many of its columns the declaration knows. */
  readonly known: number;
}

/** A column that is needed, or several of which one is. */
interface Lacking {
  /** As files head them. */
  readonly headings: readonly string[];
  /** The column of the table that was most likely meant to be one of them. */
  readonly meant: string | undefined;
}

const knownMin = 2;
/** Names of few letters are near to many. */
const lettersMin = 4;

/**
 * What a table of no source lacks to be one of the nearest source, in words that continue a sentence: `; the nearest is
 * kalodata (products), which needs Item Sold as well: did you mean it by Itm Sold?` Empty: it is near none.
 */
export function nearestInWords(sources: readonly Source[], shape: Shape): string {
  const misses = sources.flatMap((source) => source.tables.flatMap((table) => nearMiss(source, table, shape) ?? []));
  const [nearest] = misses.sort((a, b) => open(a) - open(b) || b.known - a.known);
  if (nearest === undefined) return '';
  const { source, table, lacking } = nearest;
  const needs = lacking.map(({ headings }) => alternativesInWords(headings)).join(' and ');
  const asks = lacking.flatMap(({ headings, meant }) =>
    meant === undefined ? [] : [`${lacking.length === 1 ? 'it' : alternativesInWords(headings)} by ${meant}`],
  );
  const question = asks.length === 0 ? '' : `: did you mean ${asks.join(' and ')}?`;
  return `; the nearest is ${source.name} (${table.rows}), which needs ${needs} as well${question}`;
}

/** Columns that it lacks and that nothing was meant to be. */
function open({ lacking }: NearMiss): number {
  return lacking.filter(({ meant }) => meant === undefined).length;
}

function nearMiss(source: Source, table: TableDeclaration, { container, columns }: Shape): NearMiss | undefined {
  const { all, any = [], none = [] } = table.recognised;
  const { names } = namedColumns(table, columns);
  const present = presentNames(columns, names);
  if (!table.containers.includes(container) || none.some((name) => isColumnIn(present, name))) return undefined;
  const needed = [...all.map((name) => [name]), ...(any.length > 0 ? [any] : [])];
  const declared = columnsOf(table);
  const unknown = columns.filter((column) => names?.has(column) !== true && !declared.has(column));
  const lacking = needed
    .filter((names) => !names.some((name) => isColumnIn(present, name)))
    .map((names) =>
      lackingOf(
        names.flatMap((name) => headingsOf(table.headings, name)),
        names,
        table,
        unknown,
      ),
    );
  const known = [...present].filter((name) => declared.has(name)).length + lacking.filter(({ meant }) => meant).length;
  const miss = { source, table, lacking, known };
  return known >= knownMin && lacking.length > 0 && open(miss) * 2 <= needed.length ? miss : undefined;
}

function lackingOf(
  written: readonly string[],
  names: readonly string[],
  { headings }: TableDeclaration,
  unknown: readonly string[],
): Lacking {
  const meant = unknown.find((column) => nearHeading(column, written) !== undefined);
  return { headings: names.map((name) => headingsOf(headings, name)[0] ?? name), meant };
}

/** A heading that differs in digits is of other days. */
function nearHeading(column: string, headings: readonly string[]): string | undefined {
  if ((column.match(/\p{L}/gu) ?? []).length < lettersMin) return undefined;
  return nearestName(
    column,
    headings.filter((heading) => digits(heading) === digits(column)),
  );
}

function digits(text: string): string {
  return text.replace(/\D/g, '');
}

function alternativesInWords(headings: readonly string[]): string {
  return headings.length < 2 ? headings.join('') : `${headings.slice(0, -1).join(', ')} or ${headings.at(-1)}`;
}

/** Columns of a recognised table that are none of its source, and near one that it lacks. */
export function misspeltColumns(
  { source, table, names }: Recognised,
  columns: readonly string[],
): readonly Suspicion[] {
  const declared = columnsOf(table);
  const present = presentNames(columns, names);
  const missing = [...fieldsByColumn(table)].filter(([name]) => !isColumnIn(present, name));
  const unknown = columns.filter(
    (column) => names?.has(column) !== true && !declared.has(column.split(/[./]/)[0] ?? ''),
  );
  return unknown.flatMap((column) => {
    for (const [name, field] of missing) {
      const heading = nearHeading(column, headingsOf(table.headings, name));
      if (heading !== undefined) return [misspelt({ column, heading, field, source, of: columns.length })];
    }
    return [];
  });
}

interface Misspelt {
  readonly column: string;
  readonly heading: string;
  readonly field: string;
  readonly source: Source;
  readonly of: number;
}

function misspelt({ column, heading, field, source, of }: Misspelt): Suspicion {
  const message = `column ${column} of ${source.name} is not known, and was not read: did you mean ${heading}?`;
  return { sign: 'misspelt-column', field, count: 1, of, message, examples: [] };
}
