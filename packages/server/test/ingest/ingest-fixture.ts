import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type AccountsDatabase, openAccounts } from '../../src/accounts/database.ts';
import { type Batches, databaseBatches } from '../../src/ingest/batches.ts';
import { type IngestDependencies, type IngestInput, ingest } from '../../src/ingest/ingest.ts';
import { IngestError } from '../../src/ingest/ingest-error.ts';
import { kinds } from '../../src/ingest/kinds/index.ts';
import type { IngestSummary } from '../../src/ingest/summary.ts';
import type { Reject } from '../../src/ingest/validating/rejects.ts';
import { openChdb } from '../../src/warehouse/engine/chdb/chdb.ts';
import { type Engine, EngineError } from '../../src/warehouse/engine/engine.ts';
import { applySchema } from '../../src/warehouse/schema.ts';
import { makeEmptyWarehouse } from '../warehouse/empty-warehouse.ts';

/** Noon of the day after the last one that the tests' records speak of. */
export const now = Date.UTC(2026, 7, 20, 12);

const clock = { now: () => now };

export type Row = Readonly<Record<string, unknown>>;

/** A real engine and a real accounts database in a directory of their own. */
export interface IngestFixture {
  readonly engine: Engine;
  readonly accounts: AccountsDatabase;
  readonly batches: Batches;
  readonly directory: string;
  readonly dependencies: IngestDependencies;
  /** Takes in a text, or bytes, as from a stream. */
  take(
    body: string | Buffer,
    input?: Partial<IngestInput>,
    changed?: Partial<IngestDependencies>,
  ): Promise<IngestSummary>;
  /** What is in a landing table, each key once, without the batch number. */
  landed(kind: string): Promise<readonly Row[]>;
  empty(): Promise<void>;
  remove(): Promise<void>;
}

export async function openIngestFixture(
  directory = mkdtempSync(join(tmpdir(), 'vitrine-ingest-')),
): Promise<IngestFixture> {
  const warehouse = join(directory, 'engine');
  if (!existsSync(warehouse)) await makeEmptyWarehouse(warehouse);
  const engine = await openChdb({ directory: warehouse });
  await applySchema(engine);
  const accounts = await openAccounts({ directory });
  const batches = databaseBatches(accounts, clock);
  const dependencies = { engine, batches, clock, dataDirectory: directory };
  return {
    engine,
    accounts,
    batches,
    directory,
    dependencies,
    take: (body, input, changed) =>
      ingest({ ...dependencies, ...changed }, { source: 'stdin', from: { stream: streamOf(body) }, ...input }),
    landed: (kind) => melted(engine, `landing_${kind}`),
    empty: async () => {
      for (const { table } of kinds.values()) await engine.command(`TRUNCATE TABLE ${table}`);
    },
    remove: async () => {
      await accounts.destroy();
      await engine.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** A stream that hands over a body in blocks of 64 KiB, as standard input does. */
export function streamOf(body: string | Buffer): Readable {
  const bytes = Buffer.from(body);
  const blocks = Array.from({ length: Math.ceil(bytes.length / 65_536) }, (_, index) =>
    bytes.subarray(index * 65_536, (index + 1) * 65_536),
  );
  return Readable.from(blocks);
}

/** Records as NDJSON. */
export function ndjson(records: readonly Row[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** Fields of a row that were seen. */
export function seen(row: Row | undefined): Row {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null));
}

/** What the rejects report of a run holds. */
export function rejectsIn(summary: IngestSummary): readonly Reject[] {
  const { rejectsFile } = summary;
  if (rejectsFile === undefined) return [];
  const lines = readFileSync(rejectsFile, 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line) as Reject);
}

/** The error of a run that should end early. */
export async function failureOf(run: Promise<IngestSummary>): Promise<IngestError> {
  const outcome = await run.catch((error: unknown) => error);
  if (outcome instanceof IngestError) return outcome;
  throw new Error('expected an IngestError', { cause: outcome });
}

/** The engine, its inserts going through `insert` first. */
export function withInsert(engine: Engine, insert: (ndjson: Buffer) => void): Engine {
  return {
    location: engine.location,
    command: (sql, parameters) => engine.command(sql, parameters),
    rows: (sql, parameters) => engine.rows(sql, parameters),
    bytes: (sql, parameters) => engine.bytes(sql, parameters),
    stream: (sql, parameters) => engine.stream(sql, parameters),
    writeFile: (path, format, sql, parameters) => engine.writeFile(path, format, sql, parameters),
    insert: async (table, rows, columns) => {
      insert(rows);
      await engine.insert(table, rows, columns);
    },
    guest: (...question) => engine.guest(...question),
    close: () => engine.close(),
  };
}

/** The engine, refusing every insert with a row in which a word stands. */
export function refusing(engine: Engine, word: string): Engine {
  return withInsert(engine, (rows) => {
    if (rows.includes(word))
      throw new EngineError('Code: 117. DB::Exception: Not to my taste (INCORRECT_DATA)', 'INCORRECT_DATA');
  });
}

/** Rows of all batches, those of one key and moment melted as readers melt them. */
async function melted(engine: Engine, table: string): Promise<readonly Row[]> {
  const [key] = await engine.rows<{ primary_key: string }>(
    'SELECT primary_key FROM system.tables WHERE database = currentDatabase() AND name = {table:String}',
    { table },
  );
  // Several tables are read at a time.
  const copy = `melted_${randomUUID().replaceAll('-', '')}`;
  await engine.command(
    `CREATE TABLE ${copy} AS ${table} ENGINE = AggregatingMergeTree ORDER BY (${key?.primary_key}, origin)`,
  );
  await engine.command(
    `INSERT INTO ${copy} SELECT * REPLACE (toUInt32(0) AS origin) FROM ${table} SETTINGS max_partitions_per_insert_block = 0`,
  );
  const rows = await engine.rows<Row>(`SELECT * EXCEPT (batch, origin) FROM ${copy} FINAL ORDER BY ALL`);
  await engine.command(`DROP TABLE ${copy} SYNC`);
  return rows;
}
