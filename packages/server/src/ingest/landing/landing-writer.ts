import type { Engine } from '../../warehouse/engine/engine.ts';
import { engineWords, refusesRows } from '../../warehouse/engine/engine-failures.ts';
import { isRecord, normalJson } from '../fields/records.ts';
import type { Kind } from '../kinds/kind.ts';
import type { RejectLog } from '../validating/rejects.ts';
import { withJsonTexts } from '../validating/validate-record.ts';
import type { ParsedRecord } from '../validating/validation.ts';
import type { Chunk } from './chunk.ts';

/** A row that is written for the engine, and the line it came from. */
interface Row {
  readonly text: string;
  readonly lineNumber: number;
}

/** What became of a chunk. */
export interface Landed {
  /** Rows that are in. */
  readonly rows: number;
  /** The engine could not read the rows as they came: the next ones are better written anew at once. */
  readonly asWritten: boolean;
}

/**
 * Puts a chunk into its landing table, as a whole where the engine takes it. Rows it refuses as they came (names twice,
 * `12.0` for 12) are written anew; what it still refuses is found by halving and counted as rejected.
 *
 * @throws EngineError when the engine fails for another reason than the rows.
 */
export async function land(engine: Engine, kind: Kind, chunk: Chunk, rejects: RejectLog): Promise<Landed> {
  try {
    await engine.insert(kind.table, chunk.ndjson);
    return { rows: chunk.lineNumbers.length, asWritten: true };
  } catch (error) {
    if (!refusesRows(error)) throw error;
    return { rows: await landRows(engine, kind, rowsOf(kind, chunk), rejects), asWritten: false };
  }
}

async function landRows(engine: Engine, kind: Kind, rows: readonly Row[], rejects: RejectLog): Promise<number> {
  try {
    await engine.insert(kind.table, Buffer.from(rows.map((row) => `${row.text}\n`).join('')));
    return rows.length;
  } catch (error) {
    if (!refusesRows(error)) throw error;
    if (rows.length > 1) return landHalves(engine, kind, rows, rejects);
    for (const row of rows) rejects.add(row.lineNumber, '', `rejected by the engine: ${engineWords(error)}`, row.text);
    return 0;
  }
}

async function landHalves(engine: Engine, kind: Kind, rows: readonly Row[], rejects: RejectLog): Promise<number> {
  const middle = rows.length >> 1;
  const first = await landRows(engine, kind, rows.slice(0, middle), rejects);
  return first + (await landRows(engine, kind, rows.slice(middle), rejects));
}

function rowsOf(kind: Kind, chunk: Chunk): readonly Row[] {
  const lines = chunk.ndjson.toString().split('\n');
  return chunk.lineNumbers.map((lineNumber, index) => ({ lineNumber, text: writtenAnew(kind, lines[index] ?? '') }));
}

function writtenAnew(kind: Kind, line: string): string {
  const record: unknown = JSON.parse(line);
  // A row that was reworked is written anew already.
  if (!isRecord(record) || kind.declaration.reworked !== undefined) return line;
  return rowText(Number(record['batch']), kind, { record, text: line });
}

/** A good record as a row of its landing table. */
export function rowText(batch: number, kind: Kind, parsed: ParsedRecord): string {
  const { reworked } = kind.declaration;
  const columns = reworked === undefined ? '' : `,${JSON.stringify(reworked.of(parsed.record)).slice(1, -1)}`;
  return normalJson(withJsonTexts(kind, parsed), kind.landed, `"batch":${batch}${columns}`);
}
