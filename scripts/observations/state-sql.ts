import { listed, quoted } from './columns.ts';
import { type CurrentTable, type KeptColumn, keptOfAll, keptOfDetails, type State, states } from './states.ts';

/** Tables of stamps, and scratch tables of current values. */
export function stateSql(): readonly string[] {
  const tables = new Set(states.map(({ table }) => table));
  return [
    ...[...tables].map((name) => stampsTable(states.filter(({ table }) => table === name))),
    ...states.flatMap((state) => (state.current === undefined ? [] : [currentTable(state, state.current)])),
  ];
}

function stampsTable(sharing: readonly State[]): string {
  const [state] = sharing;
  if (state === undefined) return '';
  const { table, key, hasFirstSeen } = state;
  const columns = [
    ...key.map(({ name, type, meaning }) => `${name} ${type}${commented(meaning)}`),
    ...(hasFirstSeen ? ["first_seen SimpleAggregateFunction(min, DateTime64(3, 'UTC'))"] : []),
    ...distinct(sharing.flatMap((state) => [...keptOfAll(state), ...keptOfDetails(state)])).map(
      ({ kept, type, meaning }) => `${kept} SimpleAggregateFunction(max, ${type.stamp.kept})${commented(meaning)}`,
    ),
  ];
  return `-- Last-seen values of ${sharing.map(({ kind }) => `${kind.name}s`).join(' and ')}, as stamps: sending a row again changes nothing.
CREATE TABLE IF NOT EXISTS {state:Identifier}.${table}
(
${listed(columns)}
)
ENGINE = AggregatingMergeTree
ORDER BY ${keyOf(state)};
`;
}

/** Of columns that kinds share, the first. */
function distinct(columns: readonly KeptColumn[]): readonly KeptColumn[] {
  return columns.filter(({ kept }, place) => columns.findIndex((column) => column.kept === kept) === place);
}

function currentTable(state: State, { table, beside }: CurrentTable): string {
  const columns = [...keptOfAll(state), ...keptOfDetails(state)].map(
    ({ kept, type, meaning }) => `${kept} ${type.stamp.current}${commented(meaning)}`,
  );
  const head = `-- Scratch: ${state.kind.name}s as of the publish that runs.`;
  if (beside === undefined) return `${head}\n${scratchTable(state, table, columns)}`;
  return `${head} The columns of ${beside} come first.
CREATE TABLE IF NOT EXISTS {state:Identifier}.${table} ENGINE = MergeTree ORDER BY ${keyOf(state)}
EMPTY AS SELECT * FROM {state:Identifier}.${beside};
ALTER TABLE {state:Identifier}.${table}
${listed(columns.map((column) => `ADD COLUMN IF NOT EXISTS ${column}`))};
`;
}

function keyOf({ key }: State): string {
  return `(${key.map(({ name }) => name).join(', ')})`;
}

function scratchTable(state: State, table: string, columns: readonly string[]): string {
  return `CREATE TABLE IF NOT EXISTS {state:Identifier}.${table}
(
${listed([...state.key.map(({ name, type }) => `${name} ${type}`), ...columns])}
)
ENGINE = MergeTree
ORDER BY ${keyOf(state)};
`;
}

function commented(meaning: string): string {
  return meaning === '' ? '' : ` COMMENT ${quoted(meaning)}`;
}
