import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openChdb } from '../../src/warehouse/engine/chdb/chdb.ts';

const directory = mkdtempSync(join(tmpdir(), 'vitrine-closing-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe('an engine that is closed', () => {
  it('answers first what it was asked before, also what still waited, and then nothing', async () => {
    const engine = await openChdb({ directory, sessions: 2 });
    const slow = 'SELECT sum(sleepEachRow(0.02)) AS slept FROM numbers(20) SETTINGS max_block_size = 1';
    const asked = Array.from({ length: 6 }, () => engine.rows(slow));
    await Promise.all([engine.close(), engine.close()]);
    expect(await Promise.all(asked)).toEqual(Array(6).fill([{ slept: '0' }]));
    await expect(engine.rows('SELECT 1')).rejects.toThrow('closed already');
    await engine.close();
  });
});
