import { creditsInWords } from '../../access/credits/credits.ts';
import type { ExportedEndpoint } from '../../catalogue/endpoint.ts';
import type { Parameter } from '../../catalogue/parameter.ts';
import { exportPath } from '../export/export-path.ts';
import { exportFormatNames, exportFormats } from '../export/formats/formats.ts';

type Json = Readonly<Record<string, unknown>>;

/** What export operations share with those of the catalogue. */
export interface SharedParts {
  parameterObject(parameter: Parameter, endpoint: ExportedEndpoint): Json;
  /** Responses of errors, by status. */
  readonly errors: Json;
  /** Headers of a success. */
  readonly headers: Json;
}

export const exportTag = {
  name: 'Export',
  description: 'All rows of a list, or the days of a whole region, as CSV, NDJSON, Parquet or XLSX.',
};

/** Operations that give all rows of a query as one file. */
export function exportPaths(exported: readonly ExportedEndpoint[], shared: SharedParts): Json {
  return Object.fromEntries(exported.map((endpoint) => [exportPath(endpoint), { get: operation(endpoint, shared) }]));
}

function operation(endpoint: ExportedEndpoint, { parameterObject, errors, headers }: SharedParts): Json {
  const ofPages: readonly string[] = ['pageNum', 'pageSize'];
  const own = endpoint.parameters.filter(({ use }) => !ofPages.includes(use.as));
  return {
    operationId: `export_${endpoint.tool}`,
    tags: [exportTag.name],
    summary: `${endpoint.title} as a file`,
    description: `${rowsInWords(endpoint)} ${terms(endpoint)}`,
    parameters: [...own.map((parameter) => parameterObject(parameter, endpoint)), format, limit],
    responses: { 200: { ...success, headers: { ...headers, ...announced } }, ...errors },
  };
}

function rowsInWords({ kind, path, description }: ExportedEndpoint): string {
  return kind === 'series' ? description : `All rows of a query of \`${path}\`.`;
}

function terms({ priceCredits }: ExportedEndpoint): string {
  const price = creditsInWords(priceCredits);
  return (
    `Requires a key with the \`export\` scope in addition to the scope of the list. Costs ${price} per ten rows or part of them, at ` +
    `least ${price}, charged as rows are sent. An interrupted stream is incomplete: the connection closes before the end of the body.`
  );
}

const format = {
  name: 'format',
  in: 'query',
  required: false,
  description: 'Format of the file. Default: the first media type in `Accept` that names a format.',
  schema: { type: 'string', enum: exportFormatNames, default: 'ndjson' },
};

const limit = {
  name: 'limit',
  in: 'query',
  required: false,
  description: 'Maximum number of rows, from the start of the list.',
  schema: { type: 'integer', minimum: 1, maximum: 999_999_999_999 },
};

const text = { schema: { type: 'string' } };

const binary = (contentMediaType: string) => ({ schema: { type: 'string', contentMediaType } });

const success = {
  description: 'The rows.',
  content: {
    'application/x-ndjson': text,
    'text/csv': text,
    [exportFormats.parquet.contentType]: binary(exportFormats.parquet.contentType),
    [exportFormats.xlsx.contentType]: binary(exportFormats.xlsx.contentType),
  },
};

const announced = {
  'X-Export-Rows': { description: 'Number of rows in a complete response.', schema: { type: 'integer' } },
  'X-Export-Credits': { description: 'Credits that a complete response costs.', schema: { type: 'integer' } },
  'X-Dataset-As-Of': { $ref: '#/components/headers/datasetAsOf' },
  'X-Dataset-Version': { description: 'Dataset version of all rows.', schema: { type: 'integer' } },
};
