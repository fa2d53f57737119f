import { type ClientOptions, get } from './connection.ts';
import type { AllOptions, CallOptions, EndpointMethod, ExportOptions, LookupMethod } from './endpoint-method.ts';
import type { EndpointSpec } from './endpoint-spec.ts';
import { exportList } from './export.ts';
import { type EndpointMethods, endpoints } from './generated/endpoints.ts';
import { rowsOfAll } from './pages.ts';
import type { Platform } from './platform.ts';
import { type ParameterValues, queryOf } from './query.ts';
import { waitMs } from './wait.ts';

/** A row of any endpoint. */
export type AnyRow = Readonly<Record<string, string | number>>;

const thisPlatform: Platform = { fetch: (...call) => fetch(...call), wait: waitMs, random: Math.random };

/** Client for the endpoints of a server. It keeps no connection and does not need to be closed. */
export function createClient(options: ClientOptions, platform: Partial<Platform> = {}): EndpointMethods {
  const methods = endpoints.map((endpoint) => {
    const methodOf = isPaged(endpoint) ? listMethod : lookupMethod;
    return [endpoint.method, methodOf(options, endpoint, platform)];
  });
  // What the methods are is said by the types that were made together with the data.
  return Object.fromEntries(methods) as unknown as EndpointMethods;
}

/** Whether its rows come in pages. */
export function isPaged({ kind }: EndpointSpec): boolean {
  return kind === 'list' || kind === 'trend' || kind === 'ranking';
}

/** The method of a lookup that is known only as data. */
export function lookupMethod(
  options: ClientOptions,
  endpoint: EndpointSpec,
  platform: Partial<Platform> = {},
): LookupMethod<ParameterValues, AnyRow> {
  const whole = { ...thisPlatform, ...platform };
  return async (parameters, callOptions = {}) =>
    get<readonly AnyRow[]>(options, whole, `${endpoint.path}?${queryOf(endpoint, parameters)}`, callOptions);
}

/** The method of a list that is known only as data. */
export function listMethod(
  options: ClientOptions,
  endpoint: EndpointSpec,
  platform: Partial<Platform> = {},
): EndpointMethod<ParameterValues, AnyRow> {
  const page = lookupMethod(options, endpoint, platform);
  const call = (parameters: ParameterValues, callOptions?: CallOptions) => page(parameters, callOptions);
  return Object.assign(call, {
    all: (parameters: ParameterValues, all: AllOptions = {}) =>
      rowsOfAll(pagesOf(endpoint, parameters, call, all), all),
    export: (parameters: ParameterValues, wanted: ExportOptions) =>
      exportList(options, { ...thisPlatform, ...platform }, endpoint, parameters, wanted),
  });
}

function pagesOf(
  endpoint: EndpointSpec,
  parameters: ParameterValues,
  call: (parameters: ParameterValues, options: CallOptions) => Promise<readonly AnyRow[]>,
  { onResponse }: CallOptions,
) {
  const query = queryOf(endpoint, parameters);
  return {
    firstPage: Number(query.get('page_num')),
    pageSize: Number(query.get('page_size')),
    page: (page_num: number, signal: AbortSignal) => call({ ...parameters, page_num }, { signal, onResponse }),
  };
}
