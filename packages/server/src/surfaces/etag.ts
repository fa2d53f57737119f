import { hash } from 'node:crypto';
import type { Dataset } from '../serving/current-dataset.ts';
import type { ListSource } from '../serving/list-source.ts';
import type { PageQuery } from '../serving/page-query.ts';

/**
 * Names the answer to a query from a dataset version. Weak, because the envelope holds an id of the request too. The
 * number of a row's fields is part of it, so that a release which adds one is not hidden by what clients keep, and so is the
 * time of the publish: a server at the same address may have another data directory, whose versions have the same numbers.
 */
export function etagOf(
  source: Pick<ListSource, 'id' | 'row'>,
  query: PageQuery,
  { version, builtAt = 0 }: Pick<Dataset, 'version' | 'builtAt'>,
): string {
  const content = `${source.id} ${source.row.length} ${builtAt}\n${textOf(query)}`;
  return `W/"${version}-${hash('sha256', content, 'base64url').slice(0, 22)}"`;
}

/** Different queries have different texts: nothing in it holds a space or a line end. Costs less than JSON. */
function textOf({ key, filters, ids = [], handles, sort, pageNum, pageSize, fields = [] }: PageQuery): string {
  let text = `${sort.field} ${sort.descending} ${pageNum} ${pageSize}`;
  for (const { field, test, value } of [...key, ...filters]) text += `\n${field} ${test} ${value}`;
  if (ids.length > 0) text += `\n${ids.join(' ')}`;
  if (handles !== undefined) text += `\n@${handles.values.join(' ')}`;
  return fields.length === 0 ? text : `${text}\n,${fields.join(',')}`;
}

/** Whether an `If-None-Match` header names the tag (RFC 9110, 13.1.2: weak comparison, `*` for any). */
export function etagMatches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const names = ifNoneMatch.split(',').map((each) => each.trim());
  return names.some((name) => name === '*' || opaque(name) === opaque(etag));
}

function opaque(tag: string): string {
  return tag.replace(/^W\//, '');
}
