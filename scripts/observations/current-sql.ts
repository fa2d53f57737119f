import { listed, wrapped } from './columns.ts';
import { type CurrentTable, type KeptColumn, keptOfAll, keptOfDetails, keyOf, type State, states } from './states.ts';

/** Reads the stamps into the tables of current values. */
export function currentSql(): readonly string[] {
  return states.flatMap((state) => (state.current === undefined ? [] : [insertSql(state, state.current)]));
}

function insertSql(state: State, { table, beside }: CurrentTable): string {
  const columns = [...keptOfAll(state), ...keptOfDetails(state)];
  const kept = columns.map((column) => column.kept);
  if (beside === undefined)
    return `INSERT INTO {state:Identifier}.${table}
(
${wrapped([keyOf(state), ...kept])}
)
${valuesSql(state, columns)}
SETTINGS optimize_aggregation_in_order = 1;
`;
  return `INSERT INTO {state:Identifier}.${table}
(
    * EXCEPT
    (
${wrapped(kept).replace(/^/gm, '    ')}
    ),
${wrapped(kept)}
)
SELECT
${listed(['known.*', ...kept.map((name) => `seen.${name}`)])}
FROM {state:Identifier}.${beside} AS known
LEFT JOIN
(
${valuesSql(state, columns).replace(/^/gm, '    ')}
) AS seen USING (${keyOf(state)})
SETTINGS optimize_aggregation_in_order = 1;
`;
}

function valuesSql(state: State, columns: readonly KeptColumn[]): string {
  const values = columns.map(({ kept, type }) => `${type.stamp.read(`max(${state.table}.${kept})`)} AS ${kept}`);
  return `SELECT
${listed([keyOf(state), ...values])}
FROM {state:Identifier}.${state.table}
GROUP BY ${keyOf(state)}`;
}
