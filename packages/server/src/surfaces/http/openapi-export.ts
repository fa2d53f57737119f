import type { ListEndpoint } from '../../catalogue/endpoint.ts';
import type { Parameter } from '../../catalogue/parameter.ts';
import { exportPath } from '../export/export-path.ts';

type Json = Readonly<Record<string, unknown>>;

/** What export operations share with those of the catalogue. */
export interface SharedParts {
  parameterObject(parameter: Parameter, list: ListEndpoint): Json;
  /** Responses of errors, by status. */
  readonly errors: Json;
  /** Headers of a success. */
  readonly headers: Json;
}

export const exportTag = { name: 'Export', description: 'All rows of a list as CSV, NDJSON or Parquet.' };

/** Operations that give all rows of a list's query as one file. */
export function exportPaths(lists: readonly ListEndpoint[], shared: SharedParts): Json {
  return Object.fromEntries(lists.map((list) => [exportPath(list), { get: operation(list, shared) }]));
}

function operation(list: ListEndpoint, { parameterObject, errors, headers }: SharedParts): Json {
  const ofPages: readonly string[] = ['pageNum', 'pageSize'];
  const own = list.parameters.filter(({ use }) => !ofPages.includes(use.as));
  return {
    operationId: `export_${list.tool}`,
    tags: [exportTag.name],
    summary: `${list.title} as a file`,
    description: `All rows of a query of \`${list.path}\`. ${description}`,
    parameters: [...own.map((parameter) => parameterObject(parameter, list)), format, limit],
    responses: { 200: { ...success, headers: { ...headers, ...announced } }, ...errors },
  };
}

const description =
  'Wants a key with the scope `export` besides that of the list. Costs a credit for every ten rows begun, at least one, ' +
  'taken as they are sent. A stream that breaks off is not whole: its connection ends without an end of the body.';

const format = {
  name: 'format',
  in: 'query',
  required: false,
  description: 'Without it the first type in `Accept` that names a format counts.',
  schema: { type: 'string', enum: ['ndjson', 'csv', 'parquet'], default: 'ndjson' },
};

const limit = {
  name: 'limit',
  in: 'query',
  required: false,
  description: 'At most so many rows, the first ones of the order.',
  schema: { type: 'integer', minimum: 1, maximum: 999_999_999_999 },
};

const text = { schema: { type: 'string' } };

const success = {
  description: 'The rows.',
  content: {
    'application/x-ndjson': text,
    'text/csv': text,
    'application/vnd.apache.parquet': {
      schema: { type: 'string', contentMediaType: 'application/vnd.apache.parquet' },
    },
  },
};

const announced = {
  'X-Export-Rows': { description: 'Rows that a whole answer has.', schema: { type: 'integer' } },
  'X-Export-Credits': { description: 'Credits that it costs.', schema: { type: 'integer' } },
  'X-Dataset-As-Of': { $ref: '#/components/headers/datasetAsOf' },
  'X-Dataset-Version': { description: 'Dataset version that all rows are of.', schema: { type: 'integer' } },
};
