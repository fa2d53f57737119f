import type { ExportedEndpoint } from '../../catalogue/endpoint.ts';
import { checkQuery, type RawQuery } from '../../catalogue/parameters.ts';
import type { KnownParameters } from '../../catalogue/unknown-parameters.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import type { PageQuery } from '../../serving/page-query.ts';
import { type ExportFormatName, exportFormatNames } from './formats/formats.ts';

/** What is to be exported. */
export interface ExportQuestion {
  /** Its page is of no meaning. */
  readonly query: PageQuery;
  readonly format: ExportFormatName;
  /** At most so many rows. */
  readonly rowsMax: number;
}

/** Types that name a format in `Accept`. */
const accepted: ReadonlyMap<string, ExportFormatName> = new Map([
  ['application/x-ndjson', 'ndjson'],
  ['application/ndjson', 'ndjson'],
  ['text/csv', 'csv'],
  ['application/vnd.apache.parquet', 'parquet'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
]);

/**
 * Checks a query as its endpoint does, without a page.
 *
 * @param accept the header; the first type in it that names a format counts, after the parameter `format`.
 * @throws ApiError 400
 */
export function exportQuestion(endpoint: ExportedEndpoint, raw: RawQuery, accept: string | undefined): ExportQuestion {
  const query = checkQuery(endpoint, { ...raw, page_num: 1, page_size: 1 });
  return { query, format: formatOf(textOf(raw, 'format'), accept), rowsMax: limitOf(textOf(raw, 'limit')) };
}

/** All but those of a page. */
export function exportParameters({ parameters }: ExportedEndpoint): KnownParameters {
  const own = parameters.filter(({ use }) => use.as !== 'pageNum' && use.as !== 'pageSize');
  return new Set([...own.map(({ name }) => name), 'format', 'limit']);
}

function formatOf(given: string, accept = ''): ExportFormatName {
  const format = exportFormatNames.find((name) => name === given);
  if (format !== undefined) return format;
  if (given !== '') throw refusal('format', `one of ${exportFormatNames.join(', ')}`, given);
  const types = accept.split(',').map((type) => type.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  return types.map((type) => accepted.get(type)).find((name) => name !== undefined) ?? 'ndjson';
}

function limitOf(given: string): number {
  if (given === '') return Number.POSITIVE_INFINITY;
  const limit = /^\d{1,12}$/.test(given) ? Number(given) : 0;
  if (limit === 0) throw refusal('limit', 'a whole number from 1 to 999999999999', given);
  return limit;
}

function textOf(raw: RawQuery, name: string): string {
  const given = raw[name] ?? '';
  if (Array.isArray(given)) throw new ApiError(errors.parameterRepeated, { name, count: given.length });
  return String(given);
}

function refusal(name: string, expected: string, given: string): ApiError {
  return new ApiError(errors.parameterInvalid, { name, expected, given: JSON.stringify(given.slice(0, 40)) });
}
