/** A parameter as the server documents it. */
export interface DocumentedParameter {
  readonly name: string;
  readonly in: 'query' | 'path';
  readonly required: boolean;
  readonly schema: ParameterSchema;
  readonly example?: string | number;
  /** Names of the parameters of which one must be given. */
  readonly 'x-one-of'?: readonly string[];
}

/** The little of JSON Schema that the document uses for parameters. */
export interface ParameterSchema {
  readonly type: 'string' | 'integer' | 'number';
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly enum?: readonly (string | number)[];
}

/** Something that can be called. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly DocumentedParameter[];
  /** Every status an answer may have. */
  readonly statuses: readonly number[];
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
}

interface OperationObject {
  readonly parameters?: readonly DocumentedParameter[];
  readonly responses: Readonly<Record<string, unknown>>;
}

/** What a server says can be called: all that the fuzzer knows of it. @throws TypeError for what it cannot make */
export async function readOperations(url: string): Promise<readonly Operation[]> {
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as OpenApi;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], responses }]) => ({
      method: method.toUpperCase(),
      path,
      parameters: parameters.map((parameter) => supported(parameter, path)),
      statuses: Object.keys(responses).map(Number),
    })),
  );
}

function supported(parameter: DocumentedParameter, path: string): DocumentedParameter {
  if (['query', 'path'].includes(parameter.in) && parameter.schema !== undefined) return parameter;
  throw new TypeError(`${path}: the fuzzer makes no ${parameter.in} parameters yet: teach it (${parameter.name})`);
}

/** Values that answers have shown, by the name of their field: an id from one list is the key of another. */
export type KnownValues = ReadonlyMap<string, readonly string[]>;

/** Asks every operation with its examples, and again with what the answers showed. */
export async function harvest(
  url: string,
  operations: readonly Operation[],
  headers: Readonly<Record<string, string>>,
): Promise<KnownValues> {
  const known = new Map<string, string[]>();
  for (let round = 0; round < 2; round++) {
    for (const operation of operations) {
      const response = await fetch(url + exampleTarget(operation, known), { headers });
      const text = await response.text();
      if (response.headers.has('content-disposition')) continue;
      const { data } = JSON.parse(text) as { readonly data: unknown };
      for (const row of Array.isArray(data) ? data : []) remember(known, row);
    }
  }
  return known;
}

function remember(known: Map<string, string[]>, row: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(row)) {
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const values = known.get(name) ?? [];
    if (!values.includes(String(value))) known.set(name, [...values, String(value)].slice(0, valuesMax));
  }
}

const valuesMax = 20;

/** Of those of which one must be given the first. */
export function isNeeded({ name, required, 'x-one-of': oneOf = [] }: DocumentedParameter): boolean {
  return required || oneOf[0] === name;
}

/** The first question to an operation that has an answer. */
export function exampleTarget({ path, parameters }: Operation, known: KnownValues): string {
  const pairs = parameters.filter(isNeeded).map(({ name, schema, example }): [string, string] => {
    // A field may have values that a parameter of the same name does not take.
    const seen = schema.enum === undefined ? known.get(name)?.[0] : undefined;
    return [name, seen ?? String(example)];
  });
  return `${path}?${new URLSearchParams(pairs)}`;
}
