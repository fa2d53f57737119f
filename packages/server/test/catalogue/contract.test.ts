import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lists } from '../../src/catalogue/catalogue.ts';
import type { ListEndpoint } from '../../src/catalogue/endpoint.ts';
import { fieldSchema } from '../../src/catalogue/json-schema.ts';

/** What the documented contract says of an endpoint. */
interface Contract {
  readonly path: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly sortParameter: string;
  readonly sortFields: readonly string[];
  /** Type by field, in the documented order. */
  readonly fields: Readonly<Record<string, 'string' | 'integer' | 'number'>>;
}

const contracts = JSON.parse(readFileSync(new URL('./contract.json', import.meta.url), 'utf8')) as readonly Contract[];
const beyondContract = ['unique_id', 'from_flag', 'currency'];

/** Parameters of newer versions, which clients send. */
const additions: Readonly<Record<string, readonly string[]>> = {
  '/v1/tiktok/product/list/analytics': ['off_mark', 'keyword'],
  '/v1/tiktok/product/videos/analytics': ['user_id', 'min_create_time', 'max_create_time'],
  '/v1/tiktok/influencer/products/analytics': ['unique_id'],
};

function endpointOf({ path }: Contract): ListEndpoint {
  const endpoint = lists.find((each) => each.path === path);
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
    expect(new Set(names(optional))).toEqual(new Set([...contract.optional, ...(additions[contract.path] ?? [])]));
  });

  it('numbers its sort fields as documented', () => {
    const sort = endpoint.parameters.find(({ use }) => use.as === 'sortField');
    expect(sort?.name).toBe(contract.sortParameter);
    expect(endpoint.sortFields).toEqual(contract.sortFields);
  });

  it('serves every documented field in the documented order, and then only known additions', () => {
    const documented = Object.keys(contract.fields);
    expect(names(endpoint.row).slice(0, documented.length)).toEqual(documented);
    expect(beyondContract).toEqual(expect.arrayContaining([...names(endpoint.row).slice(documented.length)]));
  });

  it('serves strings where strings are documented, and numbers where numbers are', () => {
    const isText = (type: string | undefined) => type === 'string';
    for (const field of endpoint.row.filter(({ name }) => !beyondContract.includes(name))) {
      expect([field.name, isText(fieldSchema(field).type)]).toEqual([field.name, isText(contract.fields[field.name])]);
    }
  });

  it('says the handle where it names a creator, and the currency where it says an amount', () => {
    const fields = names(endpoint.row);
    expect(fields.includes('unique_id')).toBe(fields.includes('user_id'));
    expect(fields.includes('currency')).toBe(endpoint.row.some(({ kind }) => kind === 'amount'));
  });
});
