import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { details, lists, rankings, trends } from '../../src/catalogue/catalogue.ts';
import { type RowsEndpoint, requestedFields } from '../../src/catalogue/endpoint.ts';
import { fieldSchema } from '../../src/catalogue/json-schema.ts';

/** What the documented contract says of an endpoint. */
interface Contract {
  readonly path: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Absent where there is one order. */
  readonly sortParameter?: string;
  readonly sortFields?: readonly string[];
  /** Type by field, in the documented order. */
  readonly fields: Readonly<Record<string, 'string' | 'integer' | 'number'>>;
  /** Fields of ours besides those that many rows have. */
  readonly beyond?: readonly string[];
}

/** As the file has it: an endpoint whose rows are those of another one names its path. */
type Stated = Contract | (Omit<Contract, 'fields' | 'beyond'> & { readonly rowOf: string });

const stated = JSON.parse(readFileSync(new URL('./contract.json', import.meta.url), 'utf8')) as readonly Stated[];
const contracts = stated.map(withFields);

function withFields(contract: Stated): Contract {
  if ('fields' in contract) return contract;
  const of = stated.find(({ path }) => path === contract.rowOf);
  if (of === undefined || !('fields' in of)) throw new Error(`the contract has no rows at ${contract.rowOf}`);
  return { ...contract, fields: of.fields, beyond: of.beyond ?? [] };
}

const beyondContract = ['unique_id', 'from_flag', 'is_hot', 'shop_type', 'specification', 'category_name', 'currency'];

/** Parameters of ours: every list and detail has the first, and those with estimates both. */
const ours = (endpoint: RowsEndpoint) => (requestedFields(endpoint).length > 0 ? ['fields', 'sure'] : ['fields']);

/** Parameters of newer versions, which clients send. */
const additions: Readonly<Record<string, readonly string[]>> = {
  '/v1/tiktok/product/list/analytics': ['off_mark', 'from_flag', 'is_hot', 'shop_type', 'keyword'],
  '/v1/tiktok/product/ranking/analytics': ['from_flag'],
  '/v1/tiktok/shop/ranking/analytics': ['from_flag'],
  '/v1/tiktok/product/videos/analytics': ['user_id', 'min_create_time', 'max_create_time'],
  '/v1/tiktok/influencer/products/analytics': ['unique_id'],
  '/v1/tiktok/influencer/videos/analytics': ['sales_flag'],
};

function endpointOf({ path }: Contract): RowsEndpoint {
  const endpoint = [...lists, ...details, ...trends, ...rankings].find((each) => each.path === path);
  if (endpoint === undefined) throw new Error(`nothing is served at ${path}`);
  return endpoint;
}

function names(list: readonly { readonly name: string }[]): readonly string[] {
  return list.map(({ name }) => name);
}

describe.each(contracts)('$path', (contract) => {
  const endpoint = endpointOf(contract);

  it('takes the documented parameters, known additions, and no others', () => {
    const required = endpoint.parameters.filter((parameter) => parameter.required);
    const optional = endpoint.parameters.filter((parameter) => !parameter.required);
    expect(new Set(names(required))).toEqual(new Set(contract.required));
    expect(new Set(names(optional))).toEqual(
      new Set([...contract.optional, ...ours(endpoint), ...(additions[contract.path] ?? [])]),
    );
  });

  it('numbers its sort fields as documented', () => {
    const sort = endpoint.parameters.find(({ use }) => use.as === 'sortField');
    expect(sort?.name).toBe(contract.sortParameter);
    expect(sort === undefined ? [] : endpoint.sortFields).toEqual(contract.sortFields ?? []);
  });

  it('serves every documented field in the documented order, and then only known additions', () => {
    const documented = Object.keys(contract.fields);
    expect(names(endpoint.row).slice(0, documented.length)).toEqual(documented);
    const known = [...documented, ...beyondContract, ...(contract.beyond ?? [])];
    const unknown = names(endpoint.row).filter((name) => !known.includes(name));
    expect(unknown, 'undocumented fields: put them into "beyond" of contract.json, if they are meant').toEqual([]);
  });

  it('serves strings where strings are documented, and numbers where numbers are', () => {
    const isText = (type: string | undefined) => type === 'string';
    for (const field of endpoint.row.filter(({ name }) => Object.hasOwn(contract.fields, name))) {
      expect([field.name, isText(fieldSchema(field).type)]).toEqual([field.name, isText(contract.fields[field.name])]);
    }
  });

  it('says the handle where it names a creator, and the currency where it says an amount', () => {
    const fields = names(endpoint.row);
    expect(fields.includes('unique_id')).toBe(fields.includes('user_id'));
    expect(fields.includes('currency')).toBe(endpoint.row.some(({ kind }) => kind === 'amount'));
  });
});
