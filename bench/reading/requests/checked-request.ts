import { catalogue } from '../../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint, LookupEndpoint, RowsEndpoint } from '../../../packages/server/src/catalogue/endpoint.ts';
import { checkLookup, checkRows, type LookupQuery } from '../../../packages/server/src/catalogue/parameters.ts';
import type { PageQuery } from '../../../packages/server/src/serving/page-query.ts';

/** A question for rows of the dataset. */
interface RowsRequest {
  readonly endpoint: RowsEndpoint;
  readonly query: PageQuery;
}

/** A question for a lookup, such as search. */
interface LookupRequest {
  readonly endpoint: LookupEndpoint;
  readonly asked: LookupQuery;
}

/** A recorded request as the server would understand it. @throws ApiError when it would refuse it */
export function checkedRequest(request: string): RowsRequest | LookupRequest {
  const [path, text = ''] = request.split('?');
  const endpoint = catalogue.find((each) => each.path === path);
  if (endpoint === undefined) throw new TypeError(`no endpoint has the path ${path}`);
  const raw = Object.fromEntries(new URLSearchParams(text));
  return endpoint.kind === 'lookup'
    ? { endpoint, asked: checkLookup(endpoint, raw) }
    : { endpoint, query: checkRows(endpoint, raw) };
}

/** The same of a request for a page of a list. @throws TypeError for any other */
export function questionOf(request: string): { readonly endpoint: ListEndpoint; readonly query: PageQuery } {
  const checked = checkedRequest(request);
  if ('asked' in checked || checked.endpoint.kind !== 'list') throw new TypeError(`no list is asked by ${request}`);
  return { endpoint: checked.endpoint, query: checked.query };
}
