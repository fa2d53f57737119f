import type { Endpoint, Field } from '../server/catalogue.ts';
import { parameterAs } from '../server/catalogue.ts';
import type { Parameters } from '../server/request.ts';
import type { Subject } from './entities.ts';
import { type FilterValues, filtersOf, parametersOf } from './filters.ts';

/** What a table shows: all of it stands in the address of the page. */
export interface View {
  /** Whose rows they are: the market, or the thing that a keyed list is of. */
  readonly key: Parameters;
  readonly sort: string;
  readonly isDescending: boolean;
  readonly columns: readonly string[];
  readonly filters: FilterValues;
}

/** The view that an address says, with what it leaves out as the entity has it. */
export function viewOf(
  endpoint: Endpoint,
  subject: Subject,
  key: Parameters,
  address: Readonly<Record<string, string>>,
): View {
  const known = new Set(filtersOf(endpoint).flatMap(parametersOf));
  const filters = Object.fromEntries(
    Object.entries(address).filter(([name, value]) => known.has(name) && value !== ''),
  );
  const { sort = '', order } = address;
  return {
    key,
    sort: endpoint.sortFields.includes(sort) ? sort : firstSort(endpoint, subject),
    isDescending: order !== 'ascending',
    columns: columnsOf(endpoint, subject, address['columns']),
    filters,
  };
}

/** The order of the subject, or of the first column that rows can be in the order of. */
function firstSort({ sortFields }: Endpoint, { columns, sort }: Subject): string {
  return [sort, ...columns].find((name) => name !== undefined && sortFields.includes(name)) ?? sortFields[0] ?? '';
}

function columnsOf(endpoint: Endpoint, subject: Subject, chosen: string | undefined): readonly string[] {
  const names = chosen === undefined ? subject.columns : chosen.split('.');
  return names.filter((name) => endpoint.fields.some((field) => field.name === name));
}

/** The parameters of a view in a query of its list. */
export function queryOf(endpoint: Endpoint, { key, sort, isDescending, filters }: View): Parameters {
  const sortField = parameterAs(endpoint, 'sortField');
  const sortType = parameterAs(endpoint, 'sortType');
  return {
    ...key,
    ...filters,
    ...(sortField && { [sortField.name]: endpoint.sortFields.indexOf(sort) + 1 }),
    ...(sortType && { [sortType.name]: isDescending ? 1 : 0 }),
  };
}

/** The fields that a table of a view needs of each row. */
export function fieldsOf(endpoint: Endpoint, subject: Subject, { columns }: View): readonly string[] {
  const wanted = new Set([subject.id, ...subject.names, subject.subtitle, subject.picture, 'currency', ...columns]);
  return endpoint.fields.map(({ name }) => name).filter((name) => wanted.has(name));
}

/** The fields of columns, in their order. */
export function columnFields(endpoint: Endpoint, columns: readonly string[]): readonly Field[] {
  return columns.flatMap((name) => endpoint.fields.find((field) => field.name === name) ?? []);
}
