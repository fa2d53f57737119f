import { isGraded, listed, wrapped } from './columns.ts';
import { type KeptColumn, keptOfAll, keptOfDetails, type State, states } from './states.ts';

/** Reference data holds whatever the day. */
function newRecords({ kind }: State): string {
  if (kind.declaration.isReference === true) return "WHERE out_of_bounds = '' AND batch >= {watermark:UInt32}";
  return `WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}`;
}

/** Folds the new observations into the stamps. Details are carried by few records, so they are folded apart. */
export function attributesSql(): readonly string[] {
  return states.flatMap((state) => [
    ...foldSql(state, keptOfAll(state).map(foldOfAny(state)), newRecords(state)),
    ...foldSql(state, keptOfDetails(state).map(fold), `${newRecords(state)}\n  AND has_detail`),
  ]);
}

type Value = readonly [name: string, value: string];

function foldSql(state: State, columns: readonly Value[], where: string) {
  const { kind, table, key } = state;
  if (columns.length === 0) return [];
  const values = [...key.map(({ name, value }) => [name, value] as const), ...sightings(state), ...columns];
  const ids = key.map(({ value }) => value).filter((value) => kind.fields.has(value));
  return [
    `-- where any: ${kind.table}
INSERT INTO {state:Identifier}.${table}
(
${wrapped(values.map(([name]) => name))}
)
SELECT
${listed(values.map(([, value]) => value))}
FROM ${kind.table}
${where}
GROUP BY ${ids.join(', ')}
SETTINGS optimize_on_insert = 0;
`,
  ];
}

function sightings({ kind, hasFirstSeen }: State): readonly Value[] {
  if (!hasFirstSeen) return [];
  if (!isGraded(kind)) return [['first_seen', 'min(observed_at)']];
  return [
    ['first_seen', 'minOrNullIf(observed_at, grade < 2)'],
    ['rounded', 'max(grade = 1)'],
  ];
}

function fold({ name, kept, type }: KeptColumn): Value {
  return [kept, `max(${type.stamp.of(name)})`];
}

/** Of any record. A derived one says who an entity is, and nothing else of it was seen. */
function foldOfAny({ kind }: State): (column: KeptColumn) => Value {
  return (column) => {
    if (!isGraded(kind) || kind.required.includes(column.name)) return fold(column);
    return [column.kept, `maxIf(${column.type.stamp.of(column.name)}, grade < 2)`];
  };
}
