import { listed, wrapped } from './columns.ts';
import { type KeptColumn, keptOfAll, keptOfDetails, type State, states } from './states.ts';

const newRecords = `WHERE out_of_bounds = '' AND (batch >= {watermark:UInt32} OR observed_at >= {unseen_from:DateTime64(3, 'UTC')}) AND observed_at < {until:DateTime64(3, 'UTC')}`;

/** Folds the new observations into the stamps. Details are carried by few records, so they are folded apart. */
export function attributesSql(): readonly string[] {
  return states.flatMap((state) => [
    ...foldSql(state, keptOfAll(state), newRecords),
    ...foldSql(state, keptOfDetails(state), `${newRecords}\n  AND has_detail`),
  ]);
}

function foldSql({ kind, table, key, hasFirstSeen }: State, columns: readonly KeptColumn[], where: string) {
  if (columns.length === 0) return [];
  const first = hasFirstSeen ? [['first_seen', 'min(observed_at)'] as const] : [];
  const values = [
    ...key.map(({ name, value }) => [name, value] as const),
    ...first,
    ...columns.map(({ name, kept, type }) => [kept, `max(${type.stamp.of(name)})`] as const),
  ];
  const ids = key.map(({ value }) => value).filter((value) => kind.fields.has(value));
  return [
    `INSERT INTO {state:Identifier}.${table}
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
