import { commented, isGraded, listed } from './columns.ts';
import { type KeptColumn, keptOfAll, keptOfDetails, keyOf, type State, states } from './states.ts';

/** Tables of stamps. */
export function stateSql(): readonly string[] {
  const tables = new Set(states.map(({ table }) => table));
  return [...tables].map((name) => stampsTable(states.filter(({ table }) => table === name)));
}

function stampsTable(sharing: readonly State[]): string {
  const [state] = sharing;
  if (state === undefined) return '';
  const { table, key, hasFirstSeen, kind } = state;
  const columns = [
    ...key.map(({ name, type, meaning }) => `${name} ${type}${commented(meaning)}`),
    ...(hasFirstSeen
      ? [
          `first_seen SimpleAggregateFunction(min, Nullable(DateTime64(3, 'UTC')))${commented('first observation that is not derived')}`,
          ...(isGraded(kind)
            ? [`rounded SimpleAggregateFunction(max, UInt8)${commented('1: some of its totals are rounded')}`]
            : []),
        ]
      : []),
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
ORDER BY (${keyOf(state)});
`;
}

/** Of columns that kinds share, the first. */
function distinct(columns: readonly KeptColumn[]): readonly KeptColumn[] {
  return columns.filter(({ kept }, place) => columns.findIndex((column) => column.kept === kept) === place);
}
