import type { EndpointSpec, ParameterSpec } from './endpoint-spec.ts';
import { BadRequestError } from './vitrine-error.ts';

/** Values by the name of their parameter; undefined, null and empty ones are absent. */
export type ParameterValues = Readonly<Record<string, unknown>>;

const pageDefaults: Readonly<Partial<Record<ParameterSpec['use'], number>>> = { pageNum: 1, pageSize: 10 };

/**
 * The query string of a call. Names of an enum become its numbers; everything else is the server's to judge.
 *
 * @throws BadRequestError for a parameter the endpoint does not have, and a name the enum does not have
 */
export function queryOf(endpoint: EndpointSpec, values: ParameterValues): URLSearchParams {
  refuseUnknown(endpoint, values);
  const query = new URLSearchParams();
  for (const parameter of endpoint.parameters) {
    // Several values are joined by commas, which is what a list as text has between them.
    const value = String(values[parameter.name] ?? '');
    const text = value === '' ? defaultOf(parameter) : textOf(parameter, value);
    if (text !== undefined) query.set(parameter.name, text);
  }
  return query;
}

function refuseUnknown({ id, parameters }: EndpointSpec, values: ParameterValues): void {
  const known = parameters.map(({ name }) => name);
  const unknown = Object.keys(values).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  throw new BadRequestError(`${id} has no parameter ${unknown}: expected some of ${known.join(', ')}`, 400);
}

function defaultOf({ use }: ParameterSpec): string | undefined {
  return pageDefaults[use]?.toString();
}

function textOf({ name, choices }: ParameterSpec, given: string): string {
  if (choices === undefined) return given;
  const found = choices.find(({ value, label }) => given === label || given === String(value));
  if (found !== undefined) return String(found.value);
  const expected = choices.map(({ value, label }) => `${label} (${value})`).join(', ');
  throw new BadRequestError(`${name}: expected one of ${expected}, got ${JSON.stringify(given)}`, 400);
}
