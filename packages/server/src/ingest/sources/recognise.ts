import { IngestError } from '../ingest-error.ts';
import { nameByHeading } from './headings.ts';
import { type CurrencyMark, currencyMark } from './readers/currency-marks.ts';
import { columnsOf, isColumnIn, type Source, type TableDeclaration } from './source.ts';
import type { SourceTable } from './source-table.ts';

/** A table whose source is known. */
export interface Recognised {
  readonly source: Source;
  /** Other sources whose tables look the same. */
  readonly likewise: readonly Source[];
  readonly table: TableDeclaration;
  /** Names that are used in the declaration, by those of the columns; undefined: they are the same. */
  readonly names: ReadonlyMap<string, string> | undefined;
  /** Currencies that headings name, by the names of their columns; of an unknown one, none. */
  readonly headed: ReadonlyMap<string, CurrencyMark> | undefined;
}

/** What tells the source of a table. */
export type Shape = Pick<SourceTable, 'container' | 'place' | 'columns'>;

interface Candidate extends Omit<Recognised, 'likewise'> {
  readonly score: number;
}

/**
 * The declaration that knows the most of a table's columns.
 *
 * @param name of the file, for messages.
 * @param preferred of several that suit it equally well: the source of what was read before.
 * @returns undefined when none suits it.
 * @throws IngestError `source` when those of several sources suit it equally well.
 */
export function recognise(
  sources: readonly Source[],
  shape: Shape,
  name: string,
  preferred?: Source,
): Recognised | undefined {
  const candidates = sources.flatMap((source) => candidatesOf(source, shape));
  const best = candidates.reduce((most, { score }) => Math.max(most, score), 0);
  const equals = candidates.filter(({ score }) => score === best);
  const known = equals.find(({ source }) => source === preferred);
  if (known !== undefined) return { ...known, likewise: [] };
  const [first, ...others] = equals;
  const rival = others.find(({ source, table }) => source !== first?.source && table !== first?.table);
  if (first === undefined) return undefined;
  if (rival === undefined) return { ...first, likewise: first.table.isAlike ? others.map(({ source }) => source) : [] };
  throw new IngestError(
    'source',
    `${name} may be from ${first.source.name} or ${rival.source.name}: specify which with --from (over HTTP from=)`,
    { asks: 'from' },
  );
}

/** Of each source the first that suits. */
function candidatesOf(source: Source, shape: Shape): readonly Candidate[] {
  return source.tables.flatMap((table) => candidateOf(source, table, shape) ?? []).slice(0, 1);
}

function candidateOf(
  source: Source,
  table: TableDeclaration,
  { container, place, columns }: Shape,
): Candidate | undefined {
  if (!table.containers.includes(container) || table.recognised.place?.test(place) === false) return undefined;
  const { names, headed } = namedColumns(table, columns);
  const present = presentNames(columns, names);
  if (!suits(table, present)) return undefined;
  const known = columnsOf(table);
  return { source, table, names, headed, score: [...present].filter((column) => known.has(column)).length };
}

/** Names that a declaration has for columns. */
export function presentNames(columns: readonly string[], names: Recognised['names']): ReadonlySet<string> {
  return new Set(columns.map((column) => names?.get(column) ?? column));
}

function suits({ recognised: { all, any = [], none = [] } }: TableDeclaration, present: ReadonlySet<string>): boolean {
  const isThere = (name: string) => isColumnIn(present, name);
  return all.every(isThere) && (any.length === 0 || any.some(isThere)) && !none.some(isThere);
}

/** Names that a declaration has for columns, or for what is said above them; and the currencies that headings name. */
export function namedColumns(
  { headings }: TableDeclaration,
  columns: readonly string[],
): Pick<Recognised, 'names' | 'headed'> {
  if (headings === undefined) return { names: undefined, headed: undefined };
  const names = new Map<string, string>();
  const headed = new Map<string, CurrencyMark>();
  for (const column of columns) {
    const found = nameByHeading(headings, column);
    if (found === undefined) continue;
    names.set(column, found.name);
    if (found.currency !== undefined) headed.set(found.name, currencyMark(found.currency) ?? []);
  }
  return { names, headed };
}
