import { afterEach, beforeEach, describe, expect, expectTypeOf, it } from 'vitest';
import {
  BadRequestError,
  ConnectionError,
  CreditsSpentError,
  createClient,
  type EndpointMethods,
  KeyError,
  type ProductListRow,
  RateLimitError,
  ScopeError,
  ServerError,
  VitrineError,
} from '../src/index.ts';
import { refuse, requestId, type ScriptedServer, scriptedServer, succeed } from './scripted-server.ts';

let server: ScriptedServer;
let waits: number[];
let client: EndpointMethods;
beforeEach(async () => {
  server = await scriptedServer();
  waits = [];
  client = createClient(
    { baseUrl: server.baseUrl, key: 'sk_live_1' },
    { wait: async (ms) => void waits.push(ms), random: () => 0.5 },
  );
});
afterEach(() => server.close());

const rows = [{ product_id: '1' }];

type Failure = readonly [status: number, headers?: Readonly<Record<string, string>>];

/** Answers the first calls with these, and every later one with rows. */
function failFirst(...failures: readonly Failure[]): void {
  const left = [...failures];
  server.answer = (_request, response) => {
    const failure = left.shift();
    if (failure === undefined) succeed(response, rows);
    else refuse(response, ...failure);
  };
}

describe('a call', () => {
  it('shows the key, asks for the first page of ten, and gives the rows', async () => {
    let shown: string | undefined;
    server.answer = (request, response) => {
      shown = request.headers.authorization;
      succeed(response, rows);
    };
    expect(await client.productList({ region: 'US' })).toEqual(rows);
    expect(shown).toBe('Bearer sk_live_1');
    expect(String(server.asked[0]?.pathname) + server.asked[0]?.search).toBe(
      '/v1/tiktok/product/list/analytics?region=US&page_num=1&page_size=10',
    );
  });

  it('asks for the fields named, and its rows have no others', async () => {
    const found = await client.productList({ region: 'US', fields: ['product_id', 'spu_avg_price'] });
    expect(server.asked[0]?.searchParams.get('fields')).toBe('product_id,spu_avg_price');
    expectTypeOf(found).toEqualTypeOf<readonly Pick<ProductListRow, 'product_id' | 'spu_avg_price'>[]>();
    expectTypeOf(await client.productList({ region: 'US' })).toExtend<readonly ProductListRow[]>();
    // @ts-expect-error: the row has no such field
    await client.productList({ region: 'US', fields: ['prise'] });
  });

  it('sends the number where the name of an enum is given, and leaves out what is undefined or empty', async () => {
    await client.productList({
      region: 'US',
      category_id: '',
      sales_flag: undefined,
      sales_trend_flag: 'up',
      product_sort_field: 'total_sale_30d_cnt',
      sort_type: 0,
      min_total_sale_cnt: 2n ** 60n,
    });
    expect(Object.fromEntries(server.asked[0]?.searchParams ?? [])).toEqual({
      region: 'US',
      sales_trend_flag: '1',
      product_sort_field: '5',
      sort_type: '0',
      min_total_sale_cnt: '1152921504606846976',
      page_num: '1',
      page_size: '10',
    });
  });

  it.each([
    [
      { region: 'US', sales_trend_flag: 'sideways' },
      /^sales_trend_flag: expected one of stable \(0\), .*got "sideways"$/,
    ],
    [{ region: 'US', nonsense: 1 }, /^product-list has no parameter nonsense: expected some of region, /],
  ])('is refused before it is made where a name is wrong: %j', async (parameters, message) => {
    // The types forbid it; callers without types are told.
    const call = client.productList(parameters as never);
    await expect(call).rejects.toThrow(BadRequestError);
    await expect(call).rejects.toThrow(message);
    expect(server.asked).toEqual([]);
  });

  it('goes below a base URL that has a path', async () => {
    const below = createClient({ baseUrl: `${server.baseUrl}/numbers/`, key: 'k' });
    await below.shopVideos({ seller_id: '7' });
    expect(server.asked[0]?.pathname).toBe('/numbers/v1/tiktok/shop/videos/analytics');
  });
});

describe('a refusal', () => {
  it.each([
    [400, BadRequestError],
    [401, KeyError],
    [402, CreditsSpentError],
    [403, ScopeError],
    [404, VitrineError],
  ])('of status %d is an error of its own kind, and is not tried again', async (status, kind) => {
    server.answer = (_request, response) => refuse(response, status);
    const error = await client.productList({ region: 'US' }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject({ status, message: `refused: ${status}`, requestId });
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    [429, RateLimitError],
    [500, ServerError],
    [502, ServerError],
    [503, ServerError],
    [504, ServerError],
  ])('of status %d is tried again three times', async (status, kind) => {
    failFirst([status], [status], [status]);
    expect(await client.productList({ region: 'US' })).toEqual(rows);
    failFirst([status], [status], [status], [status]);
    await expect(client.productList({ region: 'US' })).rejects.toThrow(kind);
    expect(server.asked).toHaveLength(8);
  });

  it('is waited for longer each time, by a share that is random', async () => {
    failFirst([500], [500], [500]);
    await client.productList({ region: 'US' });
    expect(waits).toEqual([125, 250, 500]);
  });

  it('that says how long to wait is believed, in seconds or as a date', async () => {
    const inAnHour = new Date(Date.now() - 3_600_000).toUTCString();
    failFirst([429, { 'retry-after': '2' }], [429, { 'retry-after': inAnHour }], [429, { 'retry-after': 'soon' }]);
    await client.productList({ region: 'US' });
    expect(waits).toEqual([2125, 125, 500]);
  });

  it('that says to wait for more than a minute is thrown at once', async () => {
    failFirst([429, { 'retry-after': '61' }]);
    await expect(client.productList({ region: 'US' })).rejects.toThrow(RateLimitError);
    expect(waits).toEqual([]);
  });
});

describe('no answer', () => {
  it('is tried again', async () => {
    let calls = 0;
    server.answer = (request, response) => {
      if (calls++ === 0) request.socket.destroy();
      else succeed(response, rows);
    };
    expect(await client.productList({ region: 'US' })).toEqual(rows);
  });

  it('within the time is an error that says so', async () => {
    server.answer = () => {};
    const hasty = createClient({ baseUrl: server.baseUrl, key: 'k', timeoutMs: 1, retriesMax: 0 });
    const call = hasty.productList({ region: 'US' });
    await expect(call).rejects.toThrow(ConnectionError);
    await expect(call).rejects.toThrow(`no response from ${server.baseUrl}: none within 1 ms`);
  });

  it('ends with the reason of the signal, and nothing is tried again', async () => {
    const controller = new AbortController();
    server.answer = () => controller.abort(new Error('no longer wanted'));
    const call = client.productList({ region: 'US' }, { signal: controller.signal });
    await expect(call).rejects.toThrow('no longer wanted');
    expect(server.asked).toHaveLength(1);
  });

  it('is not waited for by the signal either', async () => {
    const controller = new AbortController();
    const patient = createClient({ baseUrl: server.baseUrl, key: 'k' });
    server.answer = (_request, response) => {
      refuse(response, 429, { 'retry-after': '50' });
      response.on('close', () => setImmediate(() => controller.abort(new Error('no longer wanted'))));
    };
    const call = patient.productList({ region: 'US' }, { signal: controller.signal });
    await expect(call).rejects.toThrow('no longer wanted');
  });
});
