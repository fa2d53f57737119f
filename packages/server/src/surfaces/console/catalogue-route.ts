import { hash } from 'node:crypto';
import type { Endpoint } from '../../catalogue/endpoint.ts';
import type { DocumentedField } from '../../catalogue/field.ts';
import { methodName } from '../../catalogue/method-name.ts';
import type { Parameter } from '../../catalogue/parameter.ts';
import { successEnvelope } from '../envelope.ts';
import { etagMatches } from '../etag.ts';
import type { HttpExtension } from '../http/server.ts';
import { consolePath } from './console-path.ts';

/** `GET /console/v1/catalogue`: the endpoints as data, from which the console makes its tables, filters and orders. */
export function catalogueRoute(catalogue: readonly Endpoint[]): HttpExtension {
  const described = catalogue.map(describedEndpoint);
  const etag = `W/"${hash('sha256', JSON.stringify(described), 'base64url').slice(0, 22)}"`;
  return (server) => {
    server.get('/console/v1/catalogue', { exposeHeadRoute: false }, async (request, reply) => {
      reply.headers({ ETag: etag, 'Cache-Control': 'private, no-cache' });
      if (etagMatches(request.headers['if-none-match'], etag)) return reply.code(304).send();
      return successEnvelope({ endpoints: described }, request.id);
    });
  };
}

function describedEndpoint(endpoint: Endpoint) {
  const { id, kind, path, title, summary, rowId, columns, row, sortFields, parameters } = endpoint;
  const isPaged = kind === 'list' || kind === 'trend' || kind === 'ranking';
  return {
    id,
    kind,
    path: consolePath(path),
    callPath: path,
    tool: endpoint.tool,
    method: methodName(endpoint),
    title,
    summary,
    rowId,
    columns,
    key: isPaged ? endpoint.key : [],
    fields: row.map(describedField),
    onRequest: isPaged ? endpoint.onRequest.map(describedField) : [],
    sortFields,
    parameters: parameters.map(describedParameter),
  };
}

function describedField({ name, kind, description, estimated, section, window }: DocumentedField) {
  return {
    name,
    kind,
    description,
    ...(estimated && { estimated }),
    ...(section && { section }),
    ...(window && { window }),
  };
}

function describedParameter({ name, required, domain, use, description, defaultValue }: Parameter) {
  const field = use.as === 'filter' || use.as === 'key' ? { field: use.field, test: use.test } : {};
  const isOther = use.as === 'filter' && use.meanings !== undefined;
  return {
    name,
    required,
    domain: withoutNames(domain),
    as: use.as,
    ...field,
    ...(isOther && { isOther }),
    description,
    defaultValue,
  };
}

/** The names of fields are those of the row, which stand beside. */
function withoutNames(domain: Parameter['domain']): object {
  return domain.kind === 'fields' ? { kind: 'fields' } : domain;
}
