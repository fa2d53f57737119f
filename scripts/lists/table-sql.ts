import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import { columns } from './column-types.ts';
import { columnsOf, identityOf } from './list-columns.ts';

/**
 * Makes the table of a list, in a new data directory or one of an earlier release: columns are added and comments renewed.
 *
 * @param handleFields handles by which a detail finds its rows.
 */
export function tableSql(list: ListEndpoint, handleFields: readonly string[] = []): string {
  const { table, title, parameters } = list;
  const identity = identityOf(list);
  const defined = new Map(columnsOf(list).map((field) => [field.name, field]));
  const definition = (name: string) => {
    const field = defined.get(name);
    if (field === undefined) throw new TypeError(`${list.id} has no field ${name}`);
    return `${name} ${columns[field.kind].type} COMMENT ${quoted(field.description)}`;
  };
  const added = [...defined.keys()].filter((name) => !identity.includes(name));
  const byHandle = parameters.flatMap(({ use }) =>
    use.as === 'key' && use.test === 'equalInAnyCase' ? [use.field] : [],
  );
  return `-- ${title}.
CREATE TABLE IF NOT EXISTS ${table}
(
    ${[versionColumn, ...identity.map(definition)].join(',\n    ')}
)
ENGINE = MergeTree
PARTITION BY version
ORDER BY (${['version', ...identity].join(', ')})
SETTINGS index_granularity = 1024;
ALTER TABLE ${table}
    ${[...added.map((name) => `ADD COLUMN IF NOT EXISTS ${definition(name)}`), ...[...byHandle, ...handleFields].map(indexOf)].join(',\n    ')};
ALTER TABLE ${table}
    ${[...defined.values()].map(({ name, description }) => `COMMENT COLUMN ${name} ${quoted(description)}`).join(',\n    ')};
`;
}

const versionColumn = "version UInt32 COMMENT 'dataset version: the publish this row belongs to'";

/** A list that may be asked for by a handle is not sorted by it. */
function indexOf(name: string): string {
  return `ADD INDEX IF NOT EXISTS by_${name} lowerUTF8(${name}) TYPE bloom_filter GRANULARITY 1`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
