import type { FieldSpec } from '@vitrine/sdk';
import { get } from './request.ts';

/** What a field holds. */
export type FieldKind = FieldSpec['kind'];

export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  readonly description: string;
  readonly estimated?: boolean;
  /** Section of the page "How every number is calculated". */
  readonly section?: number;
  /** Which window of a measure it is. */
  readonly window?: { readonly of: string; readonly days: number };
}

export interface Choice {
  readonly value: number;
  readonly label: string;
}

/** A parameter of an endpoint. */
export interface Parameter {
  readonly name: string;
  readonly required: boolean;
  readonly domain: {
    readonly kind: string;
    readonly choices?: readonly Choice[];
    readonly names?: readonly string[];
    readonly max?: number;
    readonly countMax?: number;
  };
  readonly as: 'key' | 'filter' | 'sortField' | 'sortType' | 'pageNum' | 'pageSize' | 'fields' | 'sure' | 'argument';
  readonly field?: string;
  readonly test?: string;
  /** Its values ask another thing of the field than to be equal to them. */
  readonly isOther?: boolean;
  readonly description: string;
}

/** An endpoint of the server's catalogue. */
export interface Endpoint {
  readonly id: string;
  readonly kind: 'list' | 'detail' | 'lookup' | 'trend' | 'ranking';
  /** Where the console reads it. */
  readonly path: string;
  /** Where who has a key calls it. */
  readonly callPath: string;
  readonly tool: string;
  /** Name of its method of the SDK. */
  readonly method: string;
  readonly title: string;
  readonly summary: string;
  readonly rowId: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly fields: readonly Field[];
  readonly onRequest: readonly Field[];
  readonly sortFields: readonly string[];
  readonly parameters: readonly Parameter[];
}

export type Catalogue = ReadonlyMap<string, Endpoint>;

/** A row of an endpoint: its fields by name. */
export type Row = Readonly<Record<string, string | number>>;

export async function loadCatalogue(signal?: AbortSignal): Promise<Catalogue> {
  const { data } = await get<{ endpoints: readonly Endpoint[] }>('console/v1/catalogue', {}, signal);
  return new Map(data.endpoints.map((endpoint) => [endpoint.id, endpoint]));
}

/** @throws TypeError for an id that the server has no endpoint of */
export function endpointOf(catalogue: Catalogue, id: string): Endpoint {
  const endpoint = catalogue.get(id);
  if (endpoint === undefined) throw new TypeError(`this server has no endpoint ${id}`);
  return endpoint;
}

/** The name of its parameter of a kind; undefined when it has none. */
export function parameterAs({ parameters }: Endpoint, as: Parameter['as']): Parameter | undefined {
  return parameters.find((parameter) => parameter.as === as);
}
