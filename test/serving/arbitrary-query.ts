import fc from 'fast-check';
import type { ListEndpoint } from '../../packages/server/src/catalogue/endpoint.ts';
import type { Parameter } from '../../packages/server/src/catalogue/parameter.ts';
import { checkQuery } from '../../packages/server/src/catalogue/parameters.ts';
import type { PageQuery } from '../../packages/server/src/serving/page-query.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';

/** Values that occur in the fields queries ask about, as text. */
export type Occurring = ReadonlyMap<string, readonly string[]>;

/** Collects values of a version's rows, those of rare keys as likely as those of large ones. */
export async function occurringValues(engine: Engine, endpoint: ListEndpoint, version: number): Promise<Occurring> {
  const fields = [...endpoint.key, ...endpoint.filterFields];
  const values = fields.map((name) => `arrayMap(x -> toString(x), groupUniqArray(200)(${name})) AS ${name}`);
  const [row = {}] = await engine.rows<Record<string, string[]>>(
    `SELECT ${values.join(', ')} FROM ${endpoint.table} WHERE version = {version:UInt32}`,
    { version },
  );
  return new Map(Object.entries(row));
}

/** Valid queries: of keys that occur and others, with few filters or many, any sort, first, last and later pages. */
export function arbitraryQuery(endpoint: ListEndpoint, occurring: Occurring): fc.Arbitrary<PageQuery> {
  const parts = endpoint.parameters.map((parameter) => [parameter.name, textOf(parameter, occurring)] as const);
  return fc
    .record(Object.fromEntries(parts))
    .map((raw) => accepted(endpoint, raw))
    .filter((query) => query !== undefined);
}

function accepted(endpoint: ListEndpoint, raw: Readonly<Record<string, string>>): PageQuery | undefined {
  try {
    return checkQuery(endpoint, raw);
  } catch {
    return undefined;
  }
}

function textOf({ use, domain, required, oneOf }: Parameter, occurring: Occurring): fc.Arbitrary<string> {
  if (use.as === 'pageNum') return fc.constantFrom('1', '1', '1', '2', '3', '7', '40', '101', '103', '100000');
  if (use.as === 'fields' || use.as === 'sure') return fc.constant('');
  if (use.as !== 'key' && use.as !== 'filter') {
    const { min, max } = domain.kind === 'integer' ? domain : { min: 0, max: 1 };
    return fc.integer({ min, max }).map(String);
  }
  if (use.as === 'filter' && use.meanings !== undefined)
    return fc.constantFrom('', '', '', ...Object.keys(use.meanings));
  const known = fc.constantFrom(...(occurring.get(use.field) ?? []), '0').chain((value) => nearby(value, domain.kind));
  const value = fc.oneof({ weight: 12, arbitrary: known }, { weight: 1, arbitrary: fc.constant(absent(domain.kind)) });
  if (domain.kind === 'ids') return fc.array(value, { minLength: 1, maxLength: 4 }).map((ids) => ids.join(','));
  if (required) return value;
  if (oneOf !== undefined) return fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 2, arbitrary: value });
  return fc.oneof({ weight: 9, arbitrary: fc.constant('') }, { weight: 2, arbitrary: value });
}

/** A value that occurs, or one that lies just beside it. */
function nearby(value: string, kind: string): fc.Arbitrary<string> {
  if (kind === 'words') return partsOf(value);
  if (kind === 'id') return fc.constantFrom(...(value.match(/\d+/g) ?? ['0']));
  if (kind !== 'decimal') return fc.constant(value);
  const plain = value.includes('.') ? value : `${value}.0`;
  return fc.constantFrom(value, `${plain}001`, `${plain}9`);
}

/** One or two pieces of a text, in either case. */
function partsOf(text: string): fc.Arbitrary<string> {
  const piece = fc
    .tuple(fc.nat(text.length), fc.integer({ min: 1, max: 6 }), fc.boolean())
    .map(([start, length, isUpper]) => text.slice(start, start + length)[isUpper ? 'toUpperCase' : 'toLowerCase']());
  return fc.array(piece, { minLength: 1, maxLength: 2 }).map((pieces) => pieces.join(' '));
}

function absent(kind: string): string {
  return kind === 'region' ? 'ZZ' : kind === 'day' ? '20990101' : '18446744073709551';
}
