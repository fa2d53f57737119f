import { ndjsonInputSettings } from '../../packages/server/src/warehouse/engine/chdb/chdb.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import type { Sample } from './samples.ts';

/** Loads a file into its landing table as the engine does it by itself, with every core, judging nothing. */
export async function loadAlone(engine: Engine, sample: Sample): Promise<void> {
  const columns = await columnsOf(engine, sample);
  const names = columns.map(({ name }) => name).join(', ');
  const structure = columns.map(({ name, type }) => `${name} ${plainType(type)}`).join(', ');
  const format = sample.format === 'csv' ? 'CSVWithNames' : 'JSONEachRow';
  await engine.command(
    `INSERT INTO landing_${sample.kind} (${names}, batch) SELECT ${names}, 1
     FROM file({path:String}, '${format}', {structure:String}) SETTINGS ${settings}`,
    { path: sample.path, structure },
  );
}

const settings = Object.entries({ ...ndjsonInputSettings, input_format_csv_empty_as_default: 1 })
  .map(([name, value]) => `${name} = ${typeof value === 'string' ? `'${value}'` : value}`)
  .join(', ');

interface Column {
  readonly name: string;
  readonly type: string;
}

/** The engine cannot read lists in cells of CSV, nor a `true` into a number: it is spared them. */
function columnsOf(engine: Engine, { kind, format }: Sample): Promise<readonly Column[]> {
  const spared = format === 'csv' ? "AND position(type, 'Array(') = 0 AND name != 'created_by_ai'" : '';
  return engine.rows<Column>(
    `SELECT name, type FROM system.columns WHERE database = currentDatabase() AND table = {table:String}
     AND default_kind != 'MATERIALIZED' AND name != 'batch' ${spared}`,
    { table: `landing_${kind}` },
  );
}

function plainType(type: string): string {
  return /^SimpleAggregateFunction\(\w+, (.*)\)$/s.exec(type)?.[1] ?? type;
}
