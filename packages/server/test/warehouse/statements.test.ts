import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { endMs } from '../../../../test/running/end-ms.ts';
import { openChdb } from '../../src/warehouse/engine/chdb/chdb.ts';
import type { Engine } from '../../src/warehouse/engine/engine.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-statements-'));
let engine: Engine;
beforeAll(async () => {
  engine = await openChdb({ directory });
});
afterAll(async () => {
  await engine.close();
  rmSync(directory, { recursive: true });
});

const text = fc.string({ unit: fc.constantFrom(...'ab\'"\\\t\n\r\0\b{}[],: N/?;-é🙂\u2028') });

async function streamed(sql: string, parameters: Readonly<Record<string, string>>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of engine.stream(sql, parameters)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('a parameter reaches the engine as it is', () => {
  it('whatever a text holds, alone and in an array', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.array(text, { maxLength: 4 }), async (one, many) => {
        const [row] = await engine.rows('SELECT {one:String} AS one, {many:Array(String)} AS many', { one, many });
        expect(row).toEqual({ one, many });
      }),
    );
  });

  it('whatever its type', async () => {
    const sql = `SELECT {id:UInt64} AS id, {below:Int32} AS below, {flag:Bool} AS flag, {amount:Decimal(38, 6)} AS amount,
      {ages:Array(UInt8)} AS ages, {moment:DateTime64(3, 'UTC')} AS moment FROM {table:Identifier}.one`;
    const parameters = {
      id: 2n ** 64n - 1n,
      below: -7,
      flag: true,
      amount: '1234567.891234',
      ages: [1, 2, 255],
    };
    const row = { ...parameters, id: '18446744073709551615', amount: 1234567.891234 };
    const moment = '2026-11-21 10:00:00.123';
    expect(await engine.rows(sql, { ...parameters, moment, table: 'system' })).toEqual([{ ...row, moment }]);
  });

  it('in a stream', async () => {
    expect(await streamed('SELECT {one:String} AS one FORMAT TSVRaw', { one: "a'\\b" })).toBe("a'\\b\n");
  });

  it('and to its own statement alone, of many at a time', async () => {
    const ask = async (id: number) => {
      const [row] = await engine.rows('SELECT {id:UInt32} AS id, sum(number) AS sum FROM numbers({id:UInt32})', { id });
      expect(row).toEqual({ id, sum: String((id * (id - 1)) / 2) });
    };
    await Promise.all(Array.from({ length: 400 }, (_, i) => ask(i)));
  });
});

describe('a statement', () => {
  it('is refused without one of its parameters, though an earlier one had it', async () => {
    await Promise.all(Array.from({ length: 8 }, () => engine.rows('SELECT {a:UInt8} AS a', { a: 1 })));
    await expect(engine.rows('SELECT {a:UInt8} AS a')).rejects.toMatchObject({ type: 'UNKNOWN_QUERY_PARAMETER' });
  });

  it('does not wait for a long one of another session', async () => {
    const ended: string[] = [];
    const long = engine.rows('SELECT sleep({seconds:Float64})', { seconds: 3 }).then(() => ended.push('long'));
    const short = engine.rows('SELECT {a:UInt8} AS a', { a: 1 }).then(() => ended.push('short'));
    await Promise.all([long, short]);
    expect(ended).toEqual(['short', 'long']);
  });
});

describe('a file that is written', () => {
  const sql = 'SELECT number FROM numbers({rows:UInt64})';
  it('is given up when it is asked for no more, which takes no other statement along', async () => {
    const [stopping, path] = [new AbortController(), join(directory, 'given-up')];
    const other = engine.writeFile(join(directory, 'whole'), 'TSV', sql, { rows: 1_000_000 });
    const writing = engine.writeFile(path, 'TSV', sql, { rows: 1_000_000_000_000 }, stopping.signal);
    await vi.waitUntil(() => existsSync(path), { timeout: endMs });
    stopping.abort();
    await expect(writing).rejects.toMatchObject({ type: 'QUERY_WAS_CANCELLED' });
    await other;
  });

  it('is not begun when that was so before', async () => {
    const path = join(directory, 'never');
    await expect(engine.writeFile(path, 'TSV', sql, { rows: 1 }, AbortSignal.abort())).rejects.toThrow();
    expect(existsSync(path)).toBe(false);
  });
});
