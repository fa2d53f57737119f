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
  description: 'What the owner of a key may ask about it, free of charge.',
};

/** Operations in which the owner of a key asks about it. */
export function accountPaths(shared: SharedSchemas): Json {
  return {
    '/v1/account/balance': {
      get: {
        operationId: 'account_balance',
        tags: [accountName],
        summary: 'Credits left',
        description: 'What the key that is presented has left at this moment. Free of charge.',
        responses: responses(shared, 'What is left.', balanceSchema, []),
      },
    },
    '/v1/account/usage': {
      get: {
        operationId: 'account_usage',
        tags: [accountName],
        summary: 'Use of the key',
        description: `${usageDescription} Free of charge.`,
        parameters: usageParameters,
        responses: responses(
          shared,
          'A row an hour or day and endpoint.',
          { type: 'array', items: usageSchema },
          [400],
        ),
      },
    },
  };
}

const usageDescription =
  'What the key that is presented did, by day or hour and endpoint, and what that cost. It is a few seconds behind. ' +
  'Days are kept for ten years, hours for two.';

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
    keyId: { type: 'string', description: 'Public id of the key.' },
    credits: { type: ['integer', 'null'], description: 'Credits left; null: unlimited.' },
  },
};

const usageParameters = [
  parameter('from', 'First UTC day; default: the 30 days, or by hour the one day, until `to`.', {
    type: 'string',
    format: 'date',
  }),
  parameter('to', 'Last UTC day; default: today.', { type: 'string', format: 'date' }),
  parameter('by', 'Length of a period.', { type: 'string', enum: ['day', 'hour'], default: 'day' }),
  parameter('endpoint', 'Of this endpoint alone.', { type: 'string', enum: catalogue.map(({ id }) => id) }),
];

function parameter(name: string, description: string, schema: Json): Json {
  return { name, in: 'query', required: false, description, schema };
}

const usageProperties = {
  period: { type: 'string', format: 'date-time', description: 'Start of the day or hour, UTC.' },
  keyId: { type: 'string', description: 'Public id of the key.' },
  endpoint: { type: 'string', description: 'Id of the endpoint.' },
  requests: whole('Requests.'),
  credits: whole('Credits charged.'),
  statuses: { type: 'object', additionalProperties: whole('Requests.'), description: 'Requests by HTTP status.' },
  rows: whole('Rows of all pages.'),
  bytes: whole('Bytes of all bodies.'),
  latencyMicrosMean: whole('Mean time to the end of an answer, microseconds.'),
  latencyMicrosP50: whole('Half were faster; an estimate, as the next two.'),
  latencyMicrosP95: whole('95 % were faster.'),
  latencyMicrosP99: whole('99 % were faster.'),
  latencyMicrosMax: whole('The slowest.'),
};

const usageSchema = { type: 'object', required: Object.keys(usageProperties), properties: usageProperties };

function whole(description: string): Json {
  return { type: 'integer', description };
}
