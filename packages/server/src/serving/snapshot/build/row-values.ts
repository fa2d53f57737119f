import type { FieldKind } from '../../list-source.ts';
import { dateIn, decimalsOf, numberIn } from '../plan/numbers.ts';
import type { ColumnPlan } from '../plan/plan.ts';
import type { TieBreak } from '../read/page-order.ts';
import type { GrowingNumbers } from './growing.ts';
import type { ScannedRow } from './row-scanner.ts';

/** A list that a snapshot cannot hold, or has no room for. It is left to the engine. */
export class ListUnfit extends Error {
  override readonly name = 'ListUnfit';
}

/** Different ids a column may have: beyond it, keeping them all in memory would cost more than it gives. */
const distinctIdsMax = 1_000_000;

/**
 * Ids are larger than doubles hold, but few differ among those filtered by: each is known by its number in this list.
 */
export class IdNumbers {
  readonly #numbers: Map<string, number>;

  /** @param ids texts of the ids with numbers 0, 1, … */
  constructor(ids: readonly string[] = []) {
    this.#numbers = new Map(ids.map((id, number) => [id, number]));
  }

  /** @throws ListUnfit when there are too many. */
  add(id: string): number {
    const known = this.#numbers.get(id);
    if (known !== undefined) return known;
    if (this.#numbers.size === distinctIdsMax) throw new ListUnfit(`more than ${distinctIdsMax} ids in a filter`);
    this.#numbers.set(id, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  /** @returns undefined when no row has it. */
  numberOf(id: string): number | undefined {
    return this.#numbers.get(id);
  }

  ids(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}

/** Kinds whose values are known by their number among those that occur. */
export function isNumbered(kind: FieldKind): boolean {
  return kind === 'id' || kind === 'code';
}

/** Reads the value of one column from rows. */
export type ValueReader = (row: ScannedRow) => number;

/** @param ids collects the ids of an id column that holds them whole. */
export function valueReader({ name, kind, position, half, isSigned }: ColumnPlan, ids: IdNumbers): ValueReader {
  if (half !== undefined) return (row) => halvesOf(row, position)[half];
  if (isNumbered(kind)) return (row) => ids.add(textIn(row, position));
  const decimalCount = decimalsOf(kind);
  return ({ bytes, starts, ends }) => {
    const [start, end] = [starts[position] as number, ends[position] as number];
    const isNegative = isSigned && bytes[start] === minus;
    const size =
      kind === 'date' ? dateIn(bytes, start, end) : numberIn(bytes, isNegative ? start + 1 : start, end, decimalCount);
    const value = isNegative ? -size : size;
    if (Number.isNaN(value)) throw new ListUnfit(`${name} has a value that is negative or above 2^53`);
    return value;
  };
}

/** Text of an id or a code: a JSON string without anything escaped. */
export function textIn({ bytes, starts, ends }: ScannedRow, position: number): string {
  const start = (starts[position] as number) + 1;
  const end = (ends[position] as number) - 1;
  return Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
}

const halfSize = 2 ** 32;
const [zero, nine, minus] = [0x30, 0x39, 0x2d];

/** Adds the 64-bit number of an id, a JSON string of digits, to `target`: its lower 32 bits, then its higher ones. */
export function pushId(row: ScannedRow, position: number, target: GrowingNumbers): void {
  const { low, high } = halvesOf(row, position);
  target.push(low);
  target.push(high);
}

function halvesOf({ bytes, starts, ends }: ScannedRow, position: number): Readonly<Record<'low' | 'high', number>> {
  const end = ends[position] as number;
  let [low, high] = [0, 0];
  for (let at = starts[position] as number; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte < zero || byte > nine) continue;
    low = low * 10 + (byte - zero);
    const carry = Math.floor(low / halfSize);
    low -= carry * halfSize;
    high = high * 10 + carry;
  }
  return { low, high };
}

/** The smaller id first. @param ids lower and higher half of the id of each row. */
export function byIds(ids: ArrayLike<number>): TieBreak {
  return (a, b) =>
    (ids[2 * a + 1] as number) - (ids[2 * b + 1] as number) || (ids[2 * a] as number) - (ids[2 * b] as number);
}

/** Whether two rows, or a row and a text kept of another, have the same value. */
export function hasText({ bytes, starts, ends }: ScannedRow, position: number, text: Uint8Array): boolean {
  const start = starts[position] as number;
  if ((ends[position] as number) - start !== text.length) return false;
  for (let i = 0; i < text.length; i++) if (bytes[start + i] !== text[i]) return false;
  return true;
}

/** A copy of a value's bytes. */
export function bytesIn({ bytes, starts, ends }: ScannedRow, position: number): Uint8Array {
  return new Uint8Array(bytes.subarray(starts[position], ends[position]));
}
