import { ApiError, errors } from '../../kernel/errors.ts';
import { beyondBounds, type JsonBounds } from '../../kernel/json-bounds.ts';
import type { HttpServer } from './server.ts';

/** More than any route asks for. */
const bodyBounds: JsonBounds = { depthMax: 32, elementsMax: 10_000 };

/** Looks at every JSON body before it is parsed. Routes that read bodies in another way do so themselves. */
export function boundJsonBodies(server: HttpServer): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const expected = beyondBounds(body as Buffer, bodyBounds);
    if (expected !== undefined) done(new ApiError(errors.bodyInvalid, { reason: expected }));
    else parse(request, body.toString(), done);
  });
}
