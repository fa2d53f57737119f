import { kinds } from '../../ingest/kinds/index.ts';
import { sourceCatalogue } from '../../ingest/sources/catalogue.ts';
import { toldNames, toldOptions } from '../../ingest/sources/told.ts';
import { successEnvelope } from '../envelope.ts';
import type { HttpExtension } from '../http/server.ts';

/**
 * `GET /console/v1/sources`: what files are read, and what may be told of one: `{sources: [{name, title}], kinds, told:
 * [{name, example}]}`.
 */
export const sourceRoute: HttpExtension = (server) => {
  const readable = {
    sources: sourceCatalogue().map(({ name, title }) => ({ name, title })),
    kinds: [...kinds.keys()],
    told: toldNames.map((name) => ({ name, example: toldOptions[name].example })),
  };
  server.get('/console/v1/sources', { exposeHeadRoute: false }, async (request) =>
    successEnvelope(readable, request.id),
  );
};
