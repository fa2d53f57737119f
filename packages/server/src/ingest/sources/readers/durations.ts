import { type Reader, reading, saysNothing, unreadable } from './reader.ts';

const expected = 'a duration, such as 1m 32s, 2h41m or 00:01:32';
const unitSeconds: ReadonlyMap<string, number> = new Map([
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
]);

/** A duration in whole seconds: `1m 32s`, `2h41m`, `00:01:32`, `92`. */
export const seconds = reading({
  reads: 'duration (`1m 32s`, `2h41m`, `00:01:32`, seconds)',
  read: readSeconds,
} satisfies Reader);

export function readSeconds(value: unknown): unknown {
  if (typeof value === 'number') return value < 0 ? unreadable(expected, value) : Math.round(value);
  if (typeof value !== 'string') return unreadable(expected, value);
  const text = value.trim().toLowerCase();
  if (saysNothing(text)) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.round(Number(text));
  if (/^\d+(:\d\d){1,2}$/.test(text)) return text.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  const parts = [...text.matchAll(/(\d+)\s*(d|h|m|s)[a-z]*\s*/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text) return unreadable(expected, value);
  return parts.reduce((sum, [, digits, unit = 's']) => sum + Number(digits) * (unitSeconds.get(unit) ?? 0), 0);
}
