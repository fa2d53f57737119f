import { type FieldSource, type Reading, Rounded, Unreadable } from '../../../../src/ingest/sources/readers/reader.ts';

/** What stands for a value that cannot be read. */
export const unread = 'cannot be read';

/** A value as read; a rounded one with its step; {@link unread}, or the option that would make it readable. */
export function read({ reader }: FieldSource, value: unknown, reading: Partial<Reading> = {}): unknown {
  const found = reader.read(value, { told: {}, ...reading });
  if (found instanceof Rounded) return [found.value, found.step];
  return found instanceof Unreadable ? (found.ask ?? unread) : found;
}
