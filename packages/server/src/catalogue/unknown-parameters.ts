import { ApiError, errors } from '../kernel/errors.ts';
import { nearestName } from '../kernel/nearest-name.ts';
import type { Endpoint } from './endpoint.ts';
import type { RawQuery } from './parameters.ts';

/** Names of parameters in the order they are documented. */
export type KnownParameters = ReadonlySet<string>;

/** A parameter that was given and does nothing. */
interface UnknownParameter {
  readonly name: string;
  /** The parameter that was most likely meant. */
  readonly nearest: string | undefined;
}

export function knownParameters({ parameters }: Pick<Endpoint, 'parameters'>): KnownParameters {
  return new Set(parameters.map(({ name }) => name));
}

/** So many are looked at: nobody misspells more. */
const unknownMax = 10;

function unknownParameters(known: KnownParameters, raw: RawQuery): readonly UnknownParameter[] {
  const names = Object.keys(raw).filter((name) => !known.has(name));
  return names.slice(0, unknownMax).map((name) => ({ name, nearest: nearestName(name, known) }));
}

const shownMax = 60;

/**
 * Value of the header `X-Ignored-Parameters`: a list of names, percent-encoded, each with the parameter that was most likely meant, if
 * there is one (`min_sales_cnt;nearest=min_total_sale_cnt, is_hot`).
 *
 * @returns undefined when every parameter is known.
 */
export function ignoredParameters(known: KnownParameters, raw: RawQuery): string | undefined {
  const unknown = unknownParameters(known, raw);
  if (unknown.length === 0) return undefined;
  return unknown.map(({ name, nearest }) => encoded(name) + (nearest ? `;nearest=${nearest}` : '')).join(', ');
}

function encoded(name: string): string {
  return encodeURIComponent(name.slice(0, shownMax).toWellFormed());
}

/** For callers that were given a schema, and calls that cost much. @throws ApiError 400 naming the first parameter that is not known, and the nearest that is. */
export function refuseUnknown(known: KnownParameters, raw: RawQuery): void {
  const [first] = unknownParameters(known, raw);
  if (first === undefined) return;
  const hint = first.nearest === undefined ? 'there is none of that name' : `did you mean ${first.nearest}?`;
  throw new ApiError(errors.parameterUnknown, { name: encoded(first.name), hint });
}
