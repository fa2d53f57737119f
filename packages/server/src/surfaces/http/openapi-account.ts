import { catalogue } from '../../catalogue/catalogue.ts';

type Json = Readonly<Record<string, unknown>>;

/** What the account operations share with those of the catalogue. */
export interface SharedSchemas {
  /** Wraps the data of a success. */
  envelope(data: Json): Json;
  /** Responses of errors, by status. */
  readonly errors: Json;
  /** Headers of a success. */
  readonly headers: Json;
}

const accountName = 'Account';

export const accountTag = {
  name: accountName,
  description: 'Balance and usage of your key, free of charge.',
};

/** Operations in which the owner of a key asks about it. */
export function accountPaths(shared: SharedSchemas): Json {
  return {
    '/v1/account/balance': {
      get: {
        operationId: 'account_balance',
        tags: [accountName],
        summary: 'Credits left',
        description: 'Returns the credits your key has left. Free of charge.',
        responses: responses(shared, 'The balance.', balanceSchema, []),
      },
    },
    '/v1/account/usage': {
      get: {
        operationId: 'account_usage',
        tags: [accountName],
        summary: 'Usage of the key',
        description: `${usageDescription} Free of charge.`,
        parameters: usageParameters,
        responses: responses(
          shared,
          'One row per endpoint and day or hour.',
          { type: 'array', items: usageSchema },
          [400],
        ),
      },
    },
  };
}

const usageDescription =
  'Returns the requests and credits of your key by endpoint and day or hour. It lags by a few seconds. ' +
  'Daily figures are kept for ten years, hourly figures for two.';

function responses(
  { envelope, errors, headers }: SharedSchemas,
  description: string,
  data: Json,
  ownStatuses: readonly number[],
): Json {
  const statuses = [...ownStatuses, 401, 429, 500, 503];
  const content = { 'application/json': { schema: envelope(data) } };
  return {
    200: { description, headers, content },
    ...Object.fromEntries(statuses.map((each) => [each, errors[each]])),
  };
}

const balanceSchema = {
  type: 'object',
  required: ['keyId', 'credits'],
  properties: {
    keyId: { type: 'string', description: 'Public ID of the key.' },
    credits: { type: ['integer', 'null'], description: 'Credits left; null if unlimited.' },
  },
};

const usageParameters = [
  parameter('from', 'First UTC day; default: 30 days up to `to`, or 1 day with `by=hour`.', {
    type: 'string',
    format: 'date',
  }),
  parameter('to', 'Last UTC day; default: today.', { type: 'string', format: 'date' }),
  parameter('by', 'Length of each period.', { type: 'string', enum: ['day', 'hour'], default: 'day' }),
  parameter('endpoint', 'Only this endpoint.', { type: 'string', enum: catalogue.map(({ id }) => id) }),
];

function parameter(name: string, description: string, schema: Json): Json {
  return { name, in: 'query', required: false, description, schema };
}

const usageProperties = {
  period: { type: 'string', format: 'date-time', description: 'Start of the day or hour, UTC.' },
  keyId: { type: 'string', description: 'Public ID of the key.' },
  endpoint: { type: 'string', description: 'ID of the endpoint.' },
  requests: whole('Requests.'),
  credits: whole('Credits charged.'),
  statuses: { type: 'object', additionalProperties: whole('Requests.'), description: 'Requests by HTTP status.' },
  rows: whole('Rows of all pages.'),
  bytes: whole('Bytes of all bodies.'),
  latencyMicrosMean: whole('Mean time to the end of the response, in microseconds.'),
  latencyMicrosP50: whole('Median latency in microseconds (estimated).'),
  latencyMicrosP95: whole('95th percentile in microseconds (estimated).'),
  latencyMicrosP99: whole('99th percentile in microseconds (estimated).'),
  latencyMicrosMax: whole('Slowest response, in microseconds.'),
};

const usageSchema = { type: 'object', required: Object.keys(usageProperties), properties: usageProperties };

function whole(description: string): Json {
  return { type: 'integer', description };
}
