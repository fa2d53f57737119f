import { deleteRows } from './delete-rows.ts';
import type { Engine } from './engine/engine.ts';
import { gradeUnit } from './grade-unit.ts';
import { landingTables } from './schema/generated/landing-tables.ts';

const databaseOf = (batch: number) => `withdrawn_${batch}`;

/** A landing table to read from as one with what withdrawn batches have of it. */
export function withWithdrawn(table: string): string {
  return `merge(REGEXP('^(default|withdrawn_[0-9]+)$'), '^${table}$')`;
}

/** Names of the tables that are read by {@link withWithdrawn}, the landing table first. */
export async function placesOf(engine: Engine, table: string): Promise<readonly string[]> {
  const withdrawn = await engine.rows<{ database: string }>(
    `SELECT database FROM system.tables WHERE match(database, '^withdrawn_[0-9]+$') AND name = {table:String} ORDER BY database`,
    { table },
  );
  return [table, ...withdrawn.map(({ database }) => `${database}.${table}`)];
}

/**
 * Moves the rows of a batch out of the landing tables, into tables of their own. Doing it again after it was cut short
 * completes it: rows that are copied twice are one.
 */
export async function setAside(engine: Engine, batch: number): Promise<void> {
  const database = databaseOf(batch);
  await engine.command(`CREATE DATABASE IF NOT EXISTS ${database}`);
  for (const { table } of landingTables) {
    await engine.command(`CREATE TABLE IF NOT EXISTS ${database}.${table} AS ${table}`);
    await copyRows(engine, { from: table, to: `${database}.${table}`, columns: await columnsOf(engine, table) }, batch);
    await deleteRows(engine, table, ofBatch(batch));
  }
}

/** Moves them back. Doing it again after it was cut short completes it. */
export async function bringBack(engine: Engine, batch: number): Promise<void> {
  const database = databaseOf(batch);
  for (const { table } of landingTables) {
    const columns = await columnsOf(engine, table, database);
    // None: it was cut short before this table was moved, or after all were moved back.
    if (columns.length > 0) await copyRows(engine, { from: `${database}.${table}`, to: table, columns }, batch);
  }
  await engine.command(`DROP DATABASE IF EXISTS ${database} SYNC`);
}

/** The minmax index is on `batch`. */
function ofBatch(batch: number): string {
  return `batch = ${batch} AND origin % ${gradeUnit} = ${batch}`;
}

interface Copy {
  readonly from: string;
  readonly to: string;
  readonly columns: readonly string[];
}

/** As they are: what was calculated when rows melted is not calculated again. */
async function copyRows(engine: Engine, { from, to, columns }: Copy, batch: number): Promise<void> {
  const names = columns.join(', ');
  await engine.command(
    `INSERT INTO ${to} (${names}) SELECT ${names} FROM ${from} WHERE ${ofBatch(batch)}
     SETTINGS insert_allow_materialized_columns = 1, max_partitions_per_insert_block = 0`,
  );
}

/** A table that was set aside by an earlier release may lack columns: they are unseen then. */
async function columnsOf(engine: Engine, table: string, database = ''): Promise<readonly string[]> {
  const rows = await engine.rows<{ name: string }>(
    `SELECT name FROM system.columns
     WHERE database = if({database:String} = '', currentDatabase(), {database:String}) AND table = {table:String}
       AND default_kind != 'ALIAS'
     ORDER BY position`,
    { database, table },
  );
  return rows.map(({ name }) => name);
}
