import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../../src/catalogue/catalogue.ts';
import { productCreators } from '../../../../src/catalogue/lists/product-creators.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from '../test-server.ts';

let test: TestServer;
beforeAll(async () => {
  test = await testServer();
});
afterAll(() => test.remove());

const required = catalogue.flatMap((endpoint) =>
  endpoint.parameters
    .filter((parameter) => parameter.required)
    .map(({ name }) => ({ endpoint, path: endpoint.path, name })),
);

describe('a question that is not right', () => {
  it.each(required)('for want of $name at $path is told so', async ({ endpoint, name }) => {
    const url = exampleUrl(endpoint, { [name]: undefined });
    const response = await test.server.inject({ url, headers: bearing(await test.newKey()) });
    expectError(response, 400, `Missing required parameter: ${name}`);
  });

  it('is told what was expected and what was given', async () => {
    const url = exampleUrl(productCreators, { page_size: '11' });
    const response = await test.server.inject({ url, headers: bearing(await test.newKey()) });
    expectError(response, 400, 'Invalid parameter: page_size: expected a whole number from 1 to 10, got "11"');
  });

  it('for a parameter given twice is told so', async () => {
    const url = `${exampleUrl(productCreators)}&page_num=1`;
    const response = await test.server.inject({ url, headers: bearing(await test.newKey()) });
    expectError(response, 400, 'Repeated parameter: page_num: expected once, got 2 times');
  });

  it.each(['%00', '%zz', '%', '%F0%9F', '%E2%80%A8', "1'--", '1;1', '\\', '{}'])(
    'for an id of %s is refused',
    async (id) => {
      const url = `${productCreators.path}?page_num=1&page_size=1&product_id=${id}`;
      const response = await test.server.inject({ url, headers: bearing(await test.newKey()) });
      expectError(response, 400, /^Invalid parameter: product_id: expected an id of 1 to 20 digits.*got "/);
    },
  );

  it('costs nothing, and says so before it says that no credit is left', async () => {
    const [rich, poor] = [await test.newKey({ credits: 1 }), await test.newKey({ credits: 0 })];
    const url = exampleUrl(productCreators, { product_id: 'x' });
    for (const key of [rich, poor]) {
      expect((await test.server.inject({ url, headers: bearing(key) })).statusCode).toBe(400);
    }
    expect(await test.creditsOf(rich)).toBe(1);
  });
});
