import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productCreators } from '../../../../src/catalogue/lists/product-creators.ts';
import { productList } from '../../../../src/catalogue/lists/product-list.ts';
import type { Reader } from '../../../../src/serving/reader.ts';
import { EngineError } from '../../../../src/warehouse/engine/engine.ts';
import { bearing, exampleUrl, expectError, type TestServer, testServer } from '../test-server.ts';

let broken = false;

function breakable(reader: Reader): Reader {
  return {
    page: (...question) =>
      broken
        ? Promise.reject(new EngineError('disk /secret/path is full', 'NOT_ENOUGH_SPACE'))
        : reader.page(...question),
  };
}

let test: TestServer;
beforeAll(async () => {
  test = await testServer({ wrapReader: breakable });
});
afterAll(() => test.remove());

const url = exampleUrl(productList);

describe('a failure of the engine', () => {
  it('is a 500 that costs nothing and tells the caller nothing, and the log everything', async () => {
    const key = await test.newKey({ credits: 1 });
    broken = true;
    const response = await test.server.inject({ url, headers: bearing(key) });
    broken = false;
    expectError(response, 500, 'Internal server error');
    expect(await test.creditsOf(key)).toBe(1);
    const { requestId } = response.json<{ requestId: string }>();
    const line = test.log.find((each) => each.includes('secret'));
    expect(JSON.parse(line ?? '')).toMatchObject({ requestId, err: { message: 'disk /secret/path is full' } });
  });

  it('of the real one too', async () => {
    await test.engine.command('RENAME TABLE serving_product_list TO serving_product_away');
    const response = await test.server.inject({ url, headers: bearing(await test.newKey()) });
    await test.engine.command('RENAME TABLE serving_product_away TO serving_product_list');
    expectError(response, 500, 'Internal server error');
  });
});

describe('a list that the served version was built without', () => {
  it.each([{}, { 'if-none-match': '*' }])('is a 503, free of charge, and the others are served: %o', async (kept) => {
    const key = await test.newKey({ credits: 1 });
    const { dataset } = test;
    test.dataset = { version: 1, asOf: '2026-11-20', lists: new Set([productCreators.id]) };
    const response = await test.server.inject({ url, headers: { ...bearing(key), ...kept } });
    const credits = await test.creditsOf(key);
    const other = await test.server.inject({ url: exampleUrl(productCreators), headers: bearing(key) });
    test.dataset = dataset;
    const message = 'The dataset that is served was published before there was the list product-list';
    expectError(response, 503, message);
    expect(response.json().error.id).toBe('list-not-published');
    expect([credits, other.statusCode]).toEqual([1, 200]);
  });
});

describe('a server without a dataset', () => {
  it('says so, free of charge, and is not ready', async () => {
    const key = await test.newKey({ credits: 1 });
    const { dataset } = test;
    test.dataset = undefined;
    const response = await test.server.inject({ url, headers: { ...bearing(key), 'if-none-match': '*' } });
    const readiness = await test.server.inject({ url: '/readyz' });
    test.dataset = dataset;
    expectError(response, 503, 'No dataset is published yet');
    expectError(readiness, 503, 'No dataset is published yet');
    expect(test.log.filter((line) => line.includes('No dataset is published yet'))).toEqual([]);
    expect(await test.creditsOf(key)).toBe(1);
  });
});
