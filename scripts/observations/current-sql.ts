import { listed, wrapped } from './columns.ts';
import {
  type CurrentTable,
  currentValue,
  idNames,
  idsOf,
  type KeptColumn,
  keptOfAll,
  keptOfDetails,
  keyOf,
  type State,
  states,
} from './states.ts';

/** Reads the stamps into the tables of current values: those that stand beside no other. */
export function currentSql(): readonly string[] {
  return states.flatMap((state) => {
    const { current, identity } = state;
    if (current === undefined || current.beside !== undefined) return [];
    const ofItself = identity !== undefined && identity.of === idNames(state);
    return ofItself ? identifiedSql(state, current, identity) : [insertSql(state, current)];
  });
}

/** The same, of the tables that stand beside what is calculated otherwise. */
export function besideSql(): readonly string[] {
  return states.flatMap((state) => {
    const { current } = state;
    return current?.beside === undefined ? [] : [joinedSql(state, current, current.beside)];
  });
}

type Identity = NonNullable<State['identity']>;

function insertSql(state: State, current: CurrentTable): string {
  const columns = [
    ...idsOf(state).map(({ value }) => value),
    ...(state.hasFirstSeen ? ['first_seen'] : []),
    ...namesOf(state),
  ];
  const values =
    state.identity === undefined
      ? valuesSql(state, current)
      : `SELECT
${listed(columns.map(seenValue(state)))}
FROM
(
${indented(valuesSql(state, current))}
) AS seen${becameSql(state)}`;
  const kind = kindOf(state);
  const rows = `{state:Identifier}.${state.table}${kind === '' ? '' : ` WHERE ${kind}`}`;
  return `-- where any: ${rows}\n${intoSql(current, columns, values)}`;
}

/** Those of ours that became ids of the marketplace are few: only they and what they became are put together. */
function identifiedSql(state: State, current: CurrentTable, { of, kind }: Identity): readonly string[] {
  const known = `FROM {state:Identifier}.identity_current WHERE kind = ${kind}`;
  const apart = `${of} NOT IN (SELECT own_id ${known}) AND ${of} NOT IN (SELECT id ${known})`;
  const together = `(
    SELECT became.id AS ${of}, seen.* EXCEPT (${of})
    FROM {state:Identifier}.${state.table} AS seen
    INNER JOIN (SELECT own_id, id ${known} UNION ALL SELECT DISTINCT id, id ${known}) AS became ON became.own_id = seen.${of}
) AS ${state.table}`;
  const columns = [of, ...(state.hasFirstSeen ? ['first_seen'] : []), ...namesOf(state)];
  return [
    intoSql(current, columns, valuesSql(state, current, { where: apart })),
    `-- where any: {state:Identifier}.identity_current WHERE kind = ${kind}\n${intoSql(current, columns, valuesSql(state, current, { from: together }))}`,
  ];
}

function joinedSql(state: State, current: CurrentTable, beside: string): string {
  const kept = namesOf(state);
  return `INSERT INTO {state:Identifier}.${current.table}
(
    * EXCEPT
    (
${indented(wrapped(kept))}
    ),
${wrapped(kept)}
)
SELECT
${listed(['known.*', ...kept.map(seenValue(state))])}
FROM {state:Identifier}.${beside} AS known
LEFT JOIN
(
${indented(valuesSql(state, current))}
) AS seen USING (${idNames(state)})${becameSql(state)}
SETTINGS optimize_aggregation_in_order = 1;
`;
}

function intoSql({ table }: CurrentTable, columns: readonly string[], values: string): string {
  return `INSERT INTO {state:Identifier}.${table}
(
${wrapped(columns)}
)
${values}
SETTINGS optimize_aggregation_in_order = 1;
`;
}

function seenValue({ identity }: State): (name: string) => string {
  return (name) => (name === identity?.of ? `if(became.id = 0, seen.${name}, became.id)` : `seen.${name}`);
}

function becameSql({ identity }: State): string {
  if (identity === undefined) return '';
  const known = `SELECT own_id, id FROM {state:Identifier}.identity_current WHERE kind = ${identity.kind}`;
  return `\nLEFT JOIN (${known}) AS became ON became.own_id = seen.${identity.of}`;
}

function keptOf(state: State): readonly KeptColumn[] {
  return [...keptOfAll(state), ...keptOfDetails(state)];
}

function namesOf(state: State): readonly string[] {
  return keptOf(state).map(({ kept }) => kept);
}

/** One row an entity. Kinds may share a table, whose key then says which kind a row is of. */
function valuesSql(
  state: State,
  current: CurrentTable,
  { from = `{state:Identifier}.${state.table}`, where = kindOf(state) }: { from?: string; where?: string } = {},
): string {
  const stampOf = (column: string) => `max(${state.table}.${column})`;
  const columns = [
    ...idsOf(state).map(({ name, value }) => (name === value ? name : `${name} AS ${value}`)),
    ...(state.hasFirstSeen ? [`min(${state.table}.first_seen) AS first_seen`] : []),
    ...keptOf(state).map((column) => `${currentValue(column, current, stampOf(column.kept))} AS ${column.kept}`),
  ];
  return `SELECT
${listed(columns)}
FROM ${from}${where === '' ? '' : `\nWHERE ${where}`}
GROUP BY ${keyOf(state)}`;
}

function kindOf(state: State): string {
  const others = state.key.filter((column) => !idsOf(state).includes(column));
  return others.map(({ name, value }) => `${name} = ${value}`).join(' AND ');
}

function indented(sql: string): string {
  return sql.replace(/^/gm, '    ');
}
