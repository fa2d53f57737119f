import { creditsInWords } from '../../access/credits/credits.ts';
import { type Endpoint, type ExportedEndpoint, exportedOf, requestedFields } from '../../catalogue/endpoint.ts';
import { fieldSchema, parameterProse, parameterSchema } from '../../catalogue/json-schema.ts';
import type { Parameter } from '../../catalogue/parameter.ts';
import { endpointErrors } from './endpoint-errors.ts';
import { accountPaths, accountTag } from './openapi-account.ts';
import { exportPaths, exportTag } from './openapi-export.ts';

type Json = Readonly<Record<string, unknown>>;

/** Statuses that a call of an endpoint can end in besides 200 and 304. */
const errorStatuses = [400, 401, 402, 403, 429, 500, 503] as const;

/** The OpenAPI 3.1 document of a catalogue. */
export function openApiDocument(catalogue: readonly Endpoint[], productVersion: string): Json {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Vitrine',
      version: productVersion,
      description: infoDescription,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ key: [] }, { basic: [] }, { apiKey: [] }],
    tags: [...tagsOf(catalogue), exportTag, accountTag],
    paths: {
      ...Object.fromEntries(catalogue.map((endpoint) => [endpoint.path, { get: operation(endpoint) }])),
      ...exportPaths(exportedOf(catalogue), { parameterObject, errors: errorReferences, headers: strictHeaders }),
      ...accountPaths({ envelope: envelopeSchema, errors: errorReferences, headers: answerHeaders }),
    },
    components: {
      securitySchemes,
      headers: headerObjects,
      responses: Object.fromEntries(errorStatuses.map((status) => [`error${status}`, errorResponse(status)])),
      schemas: { Error: errorSchema },
    },
  };
}

const infoDescription =
  'Sales, GMV and traffic of products, creators and videos on social marketplaces. Calls require a key. A 200 costs ' +
  'credits, any other status is free. Every response is an envelope whose `code` is 0 or the HTTP status of an error. See `/docs` on ' +
  'this server for how each number is calculated.';

const securitySchemes = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description: 'Your key: `sk_live_…`, or `sk_test_…`, which is free of charge',
  },
  basic: { type: 'http', scheme: 'basic', description: 'Your key as the password or as the user name' },
  apiKey: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: 'Your key' },
};

const headerObjects = {
  requestId: { description: 'The `requestId` of the envelope.', schema: { type: 'string', format: 'uuid' } },
  ignoredParameters: {
    description:
      'Unknown parameters of the request, each with the closest known name if there is one, such as `min_sales_cnt;nearest=min_total_sale_cnt, is_hot`. Absent when all are known.',
    schema: { type: 'string' },
  },
  rateLimit: { description: 'Calls the key may make per window of one second.', schema: { type: 'integer' } },
  rateRemaining: { description: 'Calls left in the current window.', schema: { type: 'integer' } },
  creditsRemaining: {
    description: 'Credits the key has left after this call. Absent for unlimited keys and test keys.',
    schema: { type: 'integer' },
  },
  datasetAsOf: { description: 'As-of day of the rows.', schema: { type: 'string', format: 'date' } },
  totalCount: {
    description:
      'Total number of rows of the query. Present when known without counting: on the last page, where there are no pages, and for ' +
      'unfiltered lists served from a snapshot.',
    schema: { type: 'integer' },
  },
  rateReset: { description: 'Seconds until the next window.', schema: { type: 'integer' } },
};

/** A group of operations, with what is in it. */
function tagsOf(catalogue: readonly Endpoint[]): readonly Json[] {
  const names = [...new Set(catalogue.map(({ tag }) => tag))];
  return names.map((name) => {
    const titles = catalogue.filter(({ tag }) => tag === name).map(({ title }) => title);
    return { name, description: `${titles.join(', ')}.` };
  });
}

function operation(endpoint: Endpoint): Json {
  const price = `Costs ${creditsInWords(endpoint.priceCredits)} when it succeeds.`;
  return {
    operationId: endpoint.tool,
    tags: [endpoint.tag],
    summary: endpoint.title,
    description: `${endpoint.summary}\n\n${endpoint.description}\n\n${price}`,
    parameters: endpoint.parameters.map((parameter) => parameterObject(parameter, endpoint)),
    responses: { ...successResponses(endpoint), ...errorReferences },
  };
}

const errorReferences = Object.fromEntries(
  errorStatuses.map((status) => [String(status), { $ref: `#/components/responses/error${status}` }]),
);

function parameterObject(parameter: Parameter, { example }: Endpoint | ExportedEndpoint): Json {
  const shown = example.query[parameter.name];
  return {
    name: parameter.name,
    in: 'query',
    required: parameter.required,
    description: parameterProse(parameter),
    schema: parameterSchema(parameter),
    // OpenAPI has no word for parameters of which one is required.
    ...(parameter.oneOf !== undefined && { 'x-one-of': parameter.oneOf }),
    ...(shown === undefined ? {} : { example: parameterSchema(parameter).type === 'string' ? shown : Number(shown) }),
  };
}

function successResponses(endpoint: Endpoint): Json {
  const { kind, example } = endpoint;
  const requestId = '4b1f6f0e-6f2c-4d0a-9a52-0c6f3f3f2a11';
  const schema = envelopeSchema({ type: 'array', items: rowSchema(endpoint) });
  const content = { schema, example: { code: 0, message: 'success', data: [example.row], requestId } };
  const paid = { ...answerHeaders, ...paidHeaders };
  const ok = { headers: paid, content: { 'application/json': content } };
  if (kind === 'lookup') return { 200: { description: 'The rows; an empty list when nothing is found.', ...ok } };
  return {
    200: {
      ...ok,
      description: `${kind === 'detail' ? 'The rows' : 'The page'}; an empty list when nothing matches.`,
      headers: {
        ...paid,
        ...datasetHeader,
        ETag: { schema: { type: 'string' }, description: 'Identifies this response.' },
      },
    },
    304: {
      description: 'The response identified by If-None-Match is still current. Free of charge.',
      headers: answerHeaders,
    },
  };
}

const requestIdHeader = { 'X-Request-Id': { $ref: '#/components/headers/requestId' } };

const rateHeaders = {
  'RateLimit-Limit': { $ref: '#/components/headers/rateLimit' },
  'RateLimit-Remaining': { $ref: '#/components/headers/rateRemaining' },
  'RateLimit-Reset': { $ref: '#/components/headers/rateReset' },
};

const ignoredHeader = { 'X-Ignored-Parameters': { $ref: '#/components/headers/ignoredParameters' } };

/** Of a page that was paid. */
const paidHeaders = {
  'X-Credits-Remaining': { $ref: '#/components/headers/creditsRemaining' },
  'X-Total-Count': { $ref: '#/components/headers/totalCount' },
};

const datasetHeader = { 'X-Dataset-As-Of': { $ref: '#/components/headers/datasetAsOf' } };

/** Of what refuses parameters that it does not have. */
const strictHeaders = { ...requestIdHeader, ...rateHeaders };

const answerHeaders = { ...strictHeaders, ...ignoredHeader };

/** Answers given before the rate is counted cannot tell it. */
const statusesBeforeRate: readonly number[] = [401, 403];

function rowSchema(endpoint: Endpoint): Json {
  const { row, fieldByValue } = endpoint;
  const all = [...row, ...requestedFields(endpoint)];
  const properties = Object.fromEntries(all.map((field) => [field.name, fieldSchema(field)]));
  const required = row.filter(({ onlyOf }) => onlyOf === undefined);
  const others = fieldByValue === undefined ? {} : { additionalProperties: fieldSchema(fieldByValue) };
  return { type: 'object', required: required.map(({ name }) => name), properties, ...others };
}

function envelopeSchema(data: Json, more: Json = {}): Json {
  return {
    type: 'object',
    required: ['code', 'message', 'data', 'requestId', ...Object.keys(more)],
    properties: {
      code: { type: 'integer', description: '0, or the HTTP status of an error' },
      message: { type: 'string' },
      data,
      requestId: { type: 'string', format: 'uuid' },
      ...more,
    },
  };
}

const errorSchema = envelopeSchema(
  { type: 'null' },
  {
    error: {
      type: 'object',
      required: ['id', 'doc_url'],
      properties: {
        id: { type: 'string', description: 'Name of the error, stable across releases.' },
        doc_url: { type: 'string', description: 'Path of its documentation page on this server.' },
      },
    },
  },
);

function errorResponse(status: number): Json {
  const entries = endpointErrors.filter(({ code }) => code === status);
  const retryAfter = { 'Retry-After': { schema: { type: 'integer' }, description: 'Seconds to wait.' } };
  return {
    description: entries.map(({ message, whatToDo }) => `${message}. ${whatToDo}`).join('\n\n'),
    headers: {
      ...(statusesBeforeRate.includes(status) ? requestIdHeader : answerHeaders),
      ...(status === 429 ? retryAfter : {}),
    },
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Error' } } },
  };
}
