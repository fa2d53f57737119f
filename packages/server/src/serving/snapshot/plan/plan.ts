import { createHash } from 'node:crypto';
import { type FieldKind, fieldOf, hasOneRowEach, type ListSource, type RowField } from '../../list-source.ts';
import type { ScannedFile } from '../build/row-scanner.ts';
import { fileName, filePath } from './files.ts';
import type { ListShape } from './list-shape.ts';
import { rowFormats } from './row-formats.ts';

/** A field whose values are kept as numbers, because queries sort or filter by it. */
export interface ColumnPlan {
  readonly name: string;
  readonly kind: FieldKind;
  /** Place of the field in the row, from 0. */
  readonly position: number;
  /** Whether queries sort by it. */
  readonly sorts: boolean;
  /** Whether values may be negative: queries sort by it alone, and bounds of filters are not. */
  readonly isSigned: boolean;
  /** Of an id in a list of blocks, which may have millions: the column holds this half of its 64 bits. */
  readonly half?: 'low' | 'high';
}

/** All that building and reading a list's snapshot needs to know of it. Plain data: it goes to another thread. */
export interface ListPlan {
  readonly id: string;
  readonly shape: ListShape;
  /** Fields of a row as they are served. */
  readonly fields: readonly RowField[];
  /** Places of the key's fields in the row, from 0. */
  readonly keyPositions: readonly number[];
  readonly rowIdPosition: number;
  /** Whether rows are found by their ids alone, without their key. */
  readonly findsByRowId: boolean;
  /**
   * Field by which the rows of a key are stored, descending, before their ids: pages in the order that most queries ask
   * for are then read at once. Undefined: they are stored by id alone.
   */
  readonly storedBy: string | undefined;
  readonly columns: readonly ColumnPlan[];
}

/**
 * @returns undefined for a list that a snapshot cannot hold: one that is asked for by fields that its rows do not show,
 * that is sorted by texts or ids, which are not kept as numbers in their order, or whose key has several fields and an
 * id among them, of which there may be millions.
 */
export function planOf(source: ListSource): ListPlan | undefined {
  const keyPositions = source.key.map((name) => positionOf(source, name));
  const hasId = source.key.some((name) => fieldOf(source, name).kind === 'id');
  const indexed = source.filterFields.filter((name) => !source.unindexedFields.includes(name));
  const asked = [...source.key, ...source.sortFields, ...indexed];
  if (asked.some((name) => positionOf(source, name) === -1) || (hasId && source.key.length > 1)) return undefined;
  if (source.sortFields.some((name) => unordered.has(fieldOf(source, name).kind))) return undefined;
  const shape = hasId ? 'blocks' : 'columns';
  return {
    id: source.id,
    shape,
    fields: source.row.map(({ name, kind }) => ({ name, kind })),
    keyPositions,
    rowIdPosition: positionOf(source, source.rowId),
    findsByRowId: hasOneRowEach(source),
    storedBy: shape === 'blocks' ? source.sortFields[0] : undefined,
    columns: columnsOf(source, shape),
  };
}

const unordered: ReadonlySet<FieldKind> = new Set<FieldKind>(['text', 'code', 'json', 'id']);

/** Index of a field's column. @throws TypeError where the plan has none: a fault in a declaration, not in a request. */
export function columnOf({ id, columns }: ListPlan, field: string): number {
  const found = columns.findIndex(({ name }) => name === field);
  if (found === -1) throw new TypeError(`${id} keeps no column ${field}`);
  return found;
}

/** Of texts, and of ids that most rows have their own of, there are none: the engine answers queries about them. */
function columnsOf(source: ListSource, shape: ListShape): readonly ColumnPlan[] {
  const fields = [...new Set([...source.sortFields, ...source.filterFields])].map((name) => fieldOf(source, name));
  return fields
    .filter(({ name, kind }) => kind !== 'text' && kind !== 'json' && !source.unindexedFields.includes(name))
    .flatMap(({ name, kind }) => {
      const sorts = source.sortFields.includes(name);
      const isSigned = shape === 'columns' && sorts && !source.filterFields.includes(name);
      const column = { name, kind, position: positionOf(source, name), sorts, isSigned };
      if (kind !== 'id' || shape === 'columns') return [column];
      return [
        { ...column, half: 'low' },
        { ...column, half: 'high' },
      ];
    });
}

function positionOf(source: ListSource, name: string): number {
  return source.row.findIndex((field) => field.name === name);
}

/** The file of a list's rows, to be scanned. */
export function rowsFileOf(directory: string, { id, shape, fields }: ListPlan): ScannedFile {
  return {
    path: filePath(directory, id, 'rows'),
    name: fileName(id, 'rows'),
    fieldCount: fields.length,
    parse: rowFormats[shape].parser(fields.map(({ name }) => name)),
  };
}

/** Changes whenever files are laid out otherwise. */
const layoutVersion = 9;

/** Names what files made by these plans hold: others cannot be read by them. */
export function fingerprintOf(plans: readonly ListPlan[]): string {
  return createHash('sha256')
    .update(JSON.stringify([layoutVersion, plans]))
    .digest('hex');
}
