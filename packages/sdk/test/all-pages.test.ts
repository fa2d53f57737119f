import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, KeyError } from '../src/index.ts';
import { refuse, type ScriptedServer, scriptedServer, succeed } from './scripted-server.ts';

let server: ScriptedServer;
beforeAll(async () => {
  server = await scriptedServer();
});
afterAll(() => server.close());

function idsOfPage(url: URL, total: number): readonly { readonly video_id: string }[] {
  const size = Number(url.searchParams.get('page_size'));
  const first = (Number(url.searchParams.get('page_num')) - 1) * size;
  return Array.from({ length: Math.max(0, Math.min(size, total - first)) }, (_, i) => ({
    video_id: String(first + i),
  }));
}

interface Served {
  /** Numbers of the pages that were asked for so far. */
  readonly pages: string[];
  /** How many calls were under way at the same time. */
  together: number;
  list(pageSize: number, concurrency: number, pageNum?: number): AsyncGenerator<{ readonly video_id: string }>;
}

let lists = 0;

/** Serves a list of that length under an id of its own: what was asked of another list may still be on the way. */
function serve(total: number): Served {
  const id = String(++lists);
  let open = 0;
  const served: Served = { pages: [], together: 0, list: (...how) => listOf(id, ...how) };
  server.answer = (_request, response, url) => {
    if (url.searchParams.get('product_id') !== id) return refuse(response, 404);
    served.pages.push(String(url.searchParams.get('page_num')));
    served.together = Math.max(served.together, ++open);
    setImmediate(() => {
      open--;
      succeed(response, idsOfPage(url, total));
    });
  };
  return served;
}

function listOf(id: string, pageSize: number, concurrency: number, pageNum?: number) {
  const client = createClient({ baseUrl: server.baseUrl, key: 'k' });
  return client.productVideos.all({ product_id: id, page_size: pageSize, page_num: pageNum }, { concurrency });
}

describe('all pages', () => {
  it('give every row once and in order, with no more calls at a time than allowed and few beyond the end', async () => {
    const length = fc.integer({ min: 0, max: 45 });
    const pageSize = fc.integer({ min: 1, max: 10 });
    const concurrency = fc.integer({ min: 1, max: 5 });
    await fc.assert(
      fc.asyncProperty(length, pageSize, concurrency, async (total, size, most) => {
        const served = serve(total);
        const ids: string[] = [];
        for await (const row of served.list(size, most)) ids.push(row.video_id);
        expect(ids).toEqual(Array.from({ length: total }, (_, i) => String(i)));
        expect(served.together).toBeLessThanOrEqual(most);
        expect(served.pages.length).toBeLessThanOrEqual(Math.floor(total / size) + most);
      }),
      { numRuns: 40 },
    );
  });

  it('stop at an empty page, and begin at the page named', async () => {
    const served = serve(20);
    const ids: string[] = [];
    for await (const row of served.list(10, 1, 2)) ids.push(row.video_id);
    expect([ids[0], ids.length]).toEqual(['10', 10]);
    expect(served.pages).toEqual(['2', '3']);
  });

  it('are not read on when nobody wants more', async () => {
    const served = serve(1000);
    for await (const _ of served.list(10, 2)) break;
    for await (const _ of served.list(10, 1, 101)) expect.unreachable('the page is empty');
    expect(served.pages.length).toBeLessThanOrEqual(4);
  });

  it('end with the error of the page that failed, after the rows before it', async () => {
    server.answer = (_request, response, url) => {
      if (url.searchParams.get('page_num') === '3') refuse(response, 401);
      else succeed(response, idsOfPage(url, 100));
    };
    const ids: string[] = [];
    const reading = (async () => {
      for await (const row of listOf('1', 10, 4)) ids.push(row.video_id);
    })();
    await expect(reading).rejects.toThrow(KeyError);
    expect(ids).toHaveLength(20);
  });

  it('end with the reason of the signal', async () => {
    server.answer = (_request, response, url) => succeed(response, idsOfPage(url, 1000));
    const controller = new AbortController();
    const { signal } = controller;
    const client = createClient({ baseUrl: server.baseUrl, key: 'k' });
    const reading = (async () => {
      for await (const row of client.productVideos.all({ product_id: '1' }, { signal })) {
        if (row.video_id === '15') controller.abort(new Error('enough'));
      }
    })();
    await expect(reading).rejects.toThrow('enough');
  });

  it('cannot be asked for with no call at a time', async () => {
    await expect(listOf('1', 10, 0).next()).rejects.toThrow('concurrency: expected a number of 1 or more, got 0');
  });
});
