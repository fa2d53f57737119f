import { existsSync } from 'node:fs';
import { lists } from '../../packages/server/src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';

/** The SELECT of the rows that are made for a list. */
export function madeRows({ id }: ListEndpoint): URL {
  return new URL(`./making/lists/${id}.sql`, import.meta.url);
}

/** The lists that rows are made for: the five of the documented contract, and those of creators, shops and videos. */
export const measuredLists: readonly ListEndpoint[] = lists.filter((list) => existsSync(madeRows(list)));
