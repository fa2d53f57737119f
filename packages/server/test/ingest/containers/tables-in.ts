import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Spool } from '../../../src/ingest/reading/spool.ts';
import { openTables } from '../../../src/ingest/reading/tables/open-tables.ts';
import type { SourceRow, SourceTable } from '../../../src/ingest/sources/source-table.ts';

export interface ReadTable extends Omit<SourceTable, 'rows'> {
  readonly rows: readonly SourceRow[];
}

/** The tables of a file with all their rows, read in blocks of so many bytes. */
export async function tablesIn(body: string | Buffer, blockBytes = 65_536): Promise<readonly ReadTable[]> {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-tables-'));
  const spool = new Spool(directory);
  try {
    const tables: ReadTable[] = [];
    const file = { name: 'export', blocks: blocksOf(Buffer.from(body), blockBytes) };
    for await (const { rows, ...table } of openTables(file, spool, noJson)) {
      const read: SourceRow[] = [];
      for await (const group of rows()) read.push(...group);
      tables.push({ ...table, rows: read });
    }
    return tables;
  } finally {
    await spool.clear();
    rmSync(directory, { recursive: true });
  }
}

/** The only table of a file. */
export async function tableIn(body: string | Buffer, blockBytes?: number): Promise<ReadTable> {
  const [table, ...others] = await tablesIn(body, blockBytes);
  if (table === undefined || others.length > 0) throw new Error(`expected one table, got ${others.length + 1}`);
  return table;
}

function noJson(): never {
  throw new Error('JSON was not expected');
}

async function* blocksOf(body: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size);
}
