import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Reserve } from '../../src/accounts/reserve.ts';

const bytes = 4 * 1024 * 1024;

describe('the reserve', () => {
  let directory: string;
  let path: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'vitrine-reserve-'));
    path = join(directory, 'reserve');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it.each([
    ['there is none', undefined],
    ['a process was killed before it wrote any of it', 0],
    ['a process was killed while it wrote it', 1_000_000],
    ['it is whole', bytes],
  ])('is whole at the start of a server when %s', async (_what, length) => {
    if (length !== undefined) writeFileSync(path, Buffer.alloc(length, 1));
    await new Reserve(path).close();
    expect(statSync(path).size).toBe(bytes);
  });
});
