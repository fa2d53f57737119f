import type { CreateTableBuilder, Dialect } from 'kysely';

/** What differs between the databases that can hold the accounts. */
export interface AccountsDialect {
  readonly name: 'sqlite' | 'postgres';
  readonly kysely: Dialect;
  /** Adds a primary key column that the database numbers, each new number larger than all before. */
  readonly addNumberedId: AddNumberedId;
  /**
   * The same where the row with the largest number is never removed, so that no number can come twice: cheaper in
   * SQLite.
   */
  readonly addRowId: AddNumberedId;
}

export type AddNumberedId = <Table extends string, Column extends string>(
  table: CreateTableBuilder<Table, Column>,
  column: string,
) => CreateTableBuilder<Table, Column>;
