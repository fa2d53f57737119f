import { commented, listed } from './columns.ts';
import { type CurrentTable, keptOfAll, keptOfDetails, keyOf, type State, states } from './states.ts';

/** Scratch tables of current values. */
export function scratchSql(): readonly string[] {
  return states.flatMap((state) => (state.current === undefined ? [] : [currentTable(state, state.current)]));
}

function currentTable(state: State, { table, beside }: CurrentTable): string {
  const columns = [...keptOfAll(state), ...keptOfDetails(state)].map(
    ({ kept, type, meaning }) => `${kept} ${type.stamp.current}${commented(meaning)}`,
  );
  const head = `-- Current values of ${state.kind.name}s.`;
  if (beside === undefined) return `${head}\n${tableOf(state, table, columns)}`;
  return `${head} The columns of ${beside} come first.
CREATE TABLE {state:Identifier}.${table} ENGINE = MergeTree ORDER BY (${keyOf(state)})
EMPTY AS SELECT * FROM {state:Identifier}.${beside};
ALTER TABLE {state:Identifier}.${table}
${listed(columns.map((column) => `ADD COLUMN ${column}`))};
`;
}

function tableOf(state: State, table: string, columns: readonly string[]): string {
  return `CREATE TABLE {state:Identifier}.${table}
(
${listed([...state.key.map(({ name, type }) => `${name} ${type}`), ...columns])}
)
ENGINE = MergeTree
ORDER BY (${keyOf(state)});
`;
}
