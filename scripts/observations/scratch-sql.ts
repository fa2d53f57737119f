import { commented, listed } from './columns.ts';
import {
  type CurrentTable,
  currentType,
  idNames,
  idsOf,
  keptOfAll,
  keptOfDetails,
  type State,
  states,
} from './states.ts';

/** Scratch tables of current values. */
export function scratchSql(): readonly string[] {
  return states.flatMap((state) => (state.current === undefined ? [] : [currentTable(state, state.current)]));
}

function currentTable(state: State, current: CurrentTable): string {
  const { table, beside } = current;
  const columns = [...keptOfAll(state), ...keptOfDetails(state)].map(
    (column) => `${column.kept} ${currentType(column, current)}${commented(column.meaning)}`,
  );
  const head = `-- Current values of ${state.kind.name}s.`;
  if (beside === undefined) return `${head}\n${tableOf(state, table, columns)}`;
  return `${head} The columns of ${beside} come first.
CREATE TABLE {state:Identifier}.${table} ENGINE = MergeTree ORDER BY ${idNames(state)}
EMPTY AS SELECT * FROM {state:Identifier}.${beside};
ALTER TABLE {state:Identifier}.${table}
${listed(columns.map((column) => `ADD COLUMN ${column}`))};
`;
}

function tableOf(state: State, table: string, columns: readonly string[]): string {
  const ids = idsOf(state);
  const firstSeen = state.hasFirstSeen ? ["first_seen Nullable(DateTime64(3, 'UTC'))"] : [];
  return `CREATE TABLE {state:Identifier}.${table}
(
${listed([...ids.map(({ value, type }) => `${value} ${type}`), ...firstSeen, ...columns])}
)
ENGINE = MergeTree
ORDER BY ${ids.length === 1 ? idNames(state) : `(${idNames(state)})`};
`;
}
