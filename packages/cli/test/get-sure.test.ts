import { endpoints } from '@vitrine/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { productLines } from './samples.ts';
import { type Running, serving, temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
const data = directory.path;
let server: Running;
let key: string;
beforeAll(async () => {
  const place = ['--data', data];
  await vitrine(['ingest', '-', ...place], { stdin: productLines('1', 100, 160) + videoLines('7', '1') });
  await vitrineHere(['publish', ...place]);
  key = (await vitrineJsonHere<{ key: string }>(['keys', 'create', '--name', 'cli', ...place])).key;
  server = await serving(data, { VITRINE_QPS: '10000' });
});
afterAll(async () => {
  await server.stop();
  directory.remove();
});

function videoLines(videoId: string, productId: string): string {
  const seen = (observed_at: string, total_views_cnt: number) =>
    JSON.stringify({
      ...{
        kind: 'video',
        video_id: videoId,
        user_id: '9',
        region: 'US',
        currency: 'USD',
        observed_at,
        total_views_cnt,
      },
      products: [{ product_id: productId }],
    });
  return `${seen('2026-11-19T10:00:00Z', 1_000)}\n${seen('2026-11-20T10:00:00Z', 9_000)}\n`;
}

async function get(...words: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await vitrineHere(['get', ...words, '--data', data], {
    environment: { VITRINE_KEY: key },
  });
  expect(status, stderr).toBe(0);
  return stdout;
}

const calls: Readonly<Record<string, readonly string[]>> = {
  'product-videos': ['--product-id', '1'],
  'product-creators': ['--product-id', '1'],
  'video-detail': ['--video-ids', '7'],
};

const headOf = (csv: string) => csv.split('\r\n')[0]?.split(',') ?? [];

describe.each(Object.entries(calls))('how sure %s is', (id, given) => {
  const endpoint = endpoints.find((each) => each.id === id);
  const row = endpoint?.row.map(({ name }) => name) ?? [];
  const onRequest = endpoint?.onRequest?.map(({ name }) => name) ?? [];
  const [first = ''] = onRequest;
  const of = first.replace(/_low$/, '');
  const call = [id, ...given];

  it('is in files and in JSON of a call with --sure, after all other fields, and not otherwise', async () => {
    expect(onRequest.length).toBeGreaterThan(3);
    for (const yes of ['1', 'yes']) {
      const [found] = JSON.parse(await get(...call, '--sure', yes, '--json'));
      expect(Object.keys(found)).toEqual([...row, ...onRequest]);
      expect(found[`${of}_high`]).toBeGreaterThanOrEqual(found[of]);
    }
    expect(headOf(await get(...call, '--sure', '1', '--format', 'csv'))).toEqual([...row, ...onRequest]);
    expect(headOf(await get(...call, '--sure', '0', '--format', 'csv'))).toEqual(row);
    expect(headOf(await get(...call, '--format', 'csv'))).toEqual(row);
  });

  it('is among --columns all, and can be named', async () => {
    const all = await get(...call, '--sure', '1', '--columns', 'all');
    expect(all.split('\n')[0]?.split(/ +/)).toEqual([...row, ...onRequest]);
    const named = await get(...call, '--sure', '1', '--columns', `${of}_high,${of}`, '--format', 'csv');
    expect(headOf(named)).toEqual([`${of}_high`, of]);
  });

  it('is fetched and shown by name', async () => {
    expect(headOf(await get(...call, '--fields', `${of}_basis,${of}`, '--format', 'csv'))).toEqual([of, `${of}_basis`]);
    const all = await get(...call, '--fields', `all,${of}_basis`, '--format', 'csv');
    expect(headOf(all)).toEqual([...row, `${of}_basis`]);
  });

  it('is said of the fields that are fetched', async () => {
    const fetched = ['--fields', `region,${of}`, '--sure', '1', '--format', 'csv'];
    const ofIt = onRequest.filter((name) => name.startsWith(`${of}_`));
    expect(headOf(await get(...call, ...fetched))).toEqual([
      ...row.filter((name) => name === 'region' || name === of),
      ...ofIt,
    ]);
  });

  it('is beside each number of a table', async () => {
    const table = await get(...call, '--sure', '1');
    const [head = '', line = ''] = table.split('\n');
    expect(head.split(/ {2,}/).slice(0, 4)).toEqual([endpoint?.rowId, of, 'low–high', 'basis']);
    expect(line).toMatch(/^\d+ {2,}\d+ {2,}\d+–\d+ {2,}(estimated|thin) /);
    const few = await get(...call, '--fields', `region,${of}`, '--sure', '1');
    expect(few.split('\n')[0]?.split(/ {2,}/).sort()).toEqual(['basis', 'low–high', of, 'region'].sort());
  });
});

it('says which fields there are on request where one is not fetched', async () => {
  const words = ['get', 'product-videos', '--product-id', '1', '--columns', 'total_video_sale_cnt_low', '--data', data];
  const { status, stderr } = await vitrineHere(words, { environment: { VITRINE_KEY: key } });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringContaining(
      '--columns: total_video_sale_cnt_low is fetched with --sure 1, or by name in --fields',
    ),
  });
});
