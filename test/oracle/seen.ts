import { count, id, text } from './exact.ts';
import type { Seen, Timed } from './observation.ts';
import { currentValue } from './state.ts';

/** Section 8: the current value of a field as served; an empty string or zero where it was never seen. */
export function seenText<R extends Timed>(records: readonly R[], read: (record: R) => Seen<string>): string {
  return currentValue(records, (record) => text(read(record))) ?? '';
}

export function seenCount<R extends Timed>(records: readonly R[], read: (record: R) => Seen<number>): number {
  return Number(currentValue(records, (record) => count(read(record))) ?? 0n);
}

/** A whole number served as text, '' when never seen. */
export function seenDigits<R extends Timed>(records: readonly R[], read: (record: R) => Seen<number>): string {
  return currentValue(records, (record) => count(read(record)))?.toString() ?? '';
}

export function seenId<R extends Timed>(
  records: readonly R[],
  read: (record: R) => Seen<string>,
  never: '' | '0',
): string {
  return currentValue(records, (record) => id(read(record)))?.toString() ?? never;
}
