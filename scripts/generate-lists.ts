import { details, lists } from '../packages/server/src/catalogue/catalogue.ts';
import { keepGenerated } from './generated-file.ts';
import { isOfProducts } from './lists/list-columns.ts';
import { listSql } from './lists/list-sql.ts';
import { publishSql } from './lists/publish-sql.ts';
import { tableSql } from './lists/table-sql.ts';

/* Writes what a publish needs of the lists of the catalogue: their tables, and what fills and checks them. */

const warehouse = new URL('../packages/server/src/warehouse/', import.meta.url);
const edits = 'from catalogue/lists/ by scripts/generate-lists.ts ("npm run generate"): edits are lost.';

keepGenerated(
  new URL('schema/generated/020_lists.sql', warehouse),
  [
    `-- Made ${edits}`,
    '-- One table a list, holding the row as it is served, ordered for its key. A publish writes one partition of each, and a reader',
    '-- names the version it reads, so that it never sees half a publish. Granules are small because a request reads few rows.\n',
    ...lists.map((list) => tableSql(list, handleFields(list))),
  ].join('\n'),
);

for (const list of lists)
  keepGenerated(
    new URL(`publish/lists/${list.id}.sql`, warehouse),
    `-- Made ${edits}\n\n${publishSql(list, listSql(list))}`,
  );

keepGenerated(
  new URL('publish/lists/published-lists.ts', warehouse),
  `// Made ${edits}

/** A list as a publish sees it. */
export interface PublishedList {
  readonly id: string;
  /** Its table. */
  readonly table: string;
  /** Whether each row is of one product, and calculated for this list. */
  readonly isOfProducts: boolean;
}

/** Every list, in the order in which they are filled: those that read the rows of others come after them. */
export const publishedLists: readonly PublishedList[] = [
${inFillingOrder().map(entry).join('\n')}
];
`,
);

/** Handles by which details find rows of the list. */
function handleFields(list: (typeof lists)[number]): readonly string[] {
  return details.flatMap(({ of, handleField }) => (of === list && handleField !== undefined ? [handleField] : []));
}

/** After the lists whose rows it reads. */
function inFillingOrder() {
  return lists.toSorted((a, b) => depthOf(a) - depthOf(b));
}

function depthOf(list: (typeof lists)[number]): number {
  const { select } = listSql(list);
  const isRead = ({ table }: typeof list) =>
    table === list.rowsOf?.list.table || new RegExp(`\\b${table}\\b`).test(select);
  const read = lists.filter(isRead);
  return 1 + Math.max(0, ...read.map(depthOf));
}

function entry(list: (typeof lists)[number]): string {
  return `  { id: '${list.id}', table: '${list.table}', isOfProducts: ${isOfProducts(list)} },`;
}
