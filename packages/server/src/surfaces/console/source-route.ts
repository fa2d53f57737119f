import { kinds } from '../../ingest/kinds/index.ts';
import { sourceCatalogue } from '../../ingest/sources/catalogue.ts';
import { toldNames, toldOptions } from '../../ingest/sources/told.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';

/**
 * `GET /console/v1/sources`: what files are read, and what may be told of one: `{sources: [{name, title, kinds}], kinds,
 * told: [{name, example, expected}]}`.
 */
export const sourceRoute: HttpExtension = (server) => {
  const readable = { sources: sourceCatalogue().map(shortly), kinds: [...kinds.keys()], told: toldNames.map(option) };
  server.get('/console/v1/sources', { exposeHeadRoute: false }, async (request) =>
    successEnvelope(readable, request.id),
  );
};

function shortly({ name, title, tables }: ReturnType<typeof sourceCatalogue>[number]) {
  return { name, title, kinds: [...new Set(tables.flatMap((table) => table.kinds))] };
}

function option(name: (typeof toldNames)[number]) {
  const { example, expected } = toldOptions[name];
  return { name, example, expected };
}
