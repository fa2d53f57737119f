import type { ColumnType } from 'kysely';

/** Written once, never changed. */
export type Fixed<Value> = ColumnType<Value, Value, never>;

/** Null until something happens. */
export type Absent<Value> = ColumnType<Value | null, Value | null | undefined, Value | null>;
