import type { ColumnType } from 'kysely';

/** Written once, never changed. */
type Fixed<Value> = ColumnType<Value, Value, never>;

/** What addresses of images are signed with: the row with id 1. */
export interface MediaKeyTable {
  readonly id: Fixed<1>;
  /** 64 hexadecimal digits. */
  readonly key: Fixed<string>;
}
