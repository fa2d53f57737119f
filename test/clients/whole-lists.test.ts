import { execFile, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productList } from '../../packages/server/src/catalogue/lists/product-list.ts';
import { ApiError, errors } from '../../packages/server/src/kernel/errors.ts';
import type { Reader } from '../../packages/server/src/serving/reader.ts';
import { rowsOf, store } from '../../packages/server/test/serving/rows.ts';
import { type TestServer, testServer } from '../../packages/server/test/surfaces/http/test-server.ts';
import { endMs } from '../running/end-ms.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const rowsMore = 1_050;
const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Every seventh page is refused as a limiter would, whatever the speed of the machine. */
let pages = 0;
let refusals = 0;
function wrapReader(reader: Reader): Reader {
  return {
    page: (...question) => {
      if (pages++ % 7 !== 6) return reader.page(...question);
      refusals++;
      const headers = { 'Retry-After': '0' };
      return Promise.reject(new ApiError(errors.rateExceeded, { qps: 10, retryAfterSeconds: 0 }, { headers }));
    },
  };
}

let test: TestServer;
let key: string;
let guide: string;
beforeAll(async () => {
  test = await testServer({ wrapReader });
  const more = Array.from({ length: rowsMore }, (_, i) => ({ product_id: String(9_000_000 + i) }));
  await store(test.engine, productList, 1, rowsOf(productList, more));
  const origin = await test.server.listen({ host: '127.0.0.1', port: 0 });
  ({ key } = await test.newKey());
  guide = await (await fetch(`${origin}/docs/guides/paging.md`)).text();
});
afterAll(() => test.remove());

const commands = [
  { language: 'python', command: 'python3', before: ['-c'] },
  { language: 'typescript', command: process.execPath, before: ['--input-type=module', '--eval'] },
].filter(({ language }) => language !== 'python' || hasPython);

describe('a sample that reads a whole list', () => {
  it.each(commands)('reads over 1,000 rows although calls are refused on the way ($language)', async (each) => {
    const program = new RegExp(`^\`\`\`${each.language} run\\n([\\s\\S]*?)\\n\`\`\`$`, 'm').exec(guide)?.[1] ?? '';
    const before = refusals;
    const options = { cwd: root, env: { ...process.env, VITRINE_KEY: key }, timeout: endMs };
    const { stdout } = await run(each.command, [...each.before, program], options);
    const ids = stdout
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(new Set(ids).size).toBe(rowsMore + 1);
    expect(ids).toHaveLength(rowsMore + 1);
    expect(refusals).toBeGreaterThan(before);
  });

  it('comes after the export, which is named first', () => {
    expect(guide.indexOf('/v1/export/product-list')).toBeLessThan(guide.indexOf('python run'));
    expect(guide.indexOf('/v1/export/product-list')).toBeGreaterThan(0);
  });
});
