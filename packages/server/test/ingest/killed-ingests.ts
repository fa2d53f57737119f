import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect } from 'vitest';
import { builtProgram } from '../../../../test/running/built-program.ts';
import { type IngestFixture, ndjson, openIngestFixture, type Row } from './ingest-fixture.ts';
import { full } from './samples.ts';

const child = builtProgram(new URL('./killed-child.ts', import.meta.url));
afterAll(() => child.remove());

/** More than seven blocks of 1 MiB. */
const records: readonly Row[] = Array.from({ length: 7000 }, (_, index) => ({
  ...full.product,
  product_id: String(1 + (index % 4000)),
  desc_detail: [{ text: `${index} `.repeat(200 - (index % 7)) }],
  observed_at: `2026-08-1${Math.floor(index / 4000)}T15:30:57Z`,
}));

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'vitrine-killed-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

/** Starts the child, which kills itself upon the n-th block. */
async function killUponBlock(path: string, block: number): Promise<void> {
  const running = fork(child.path, [directory, path, String(block)], { execArgv: [] });
  const [, signal] = await once(running, 'exit');
  expect(signal).toBe('SIGKILL');
}

async function products(fixture: IngestFixture): Promise<readonly Row[]> {
  return fixture.engine.rows(
    'SELECT DISTINCT * EXCEPT (batch, origin) FROM landing_product ORDER BY product_id, observed_at',
  );
}

/** Kills an ingest upon each of some blocks, and runs it to its end. */
export async function expectRowsOfOneRun(blocks: readonly number[]): Promise<void> {
  const path = join(directory, 'records.ndjson');
  writeFileSync(path, ndjson(records));
  for (const block of blocks) await killUponBlock(path, block);
  const fixture = await openIngestFixture(directory);
  try {
    expect((await products(fixture)).length).toBeLessThan(records.length);
    expect(await fixture.batches.watermark()).toBe(1);
    expect(await fixture.batches.closeAbandoned()).toBe(blocks.length);
    await fixture.take('', { from: { path } });
    const rows = await products(fixture);
    await fixture.empty();
    await fixture.take('', { from: { path } });
    expect(rows).toEqual(await products(fixture));
    expect(rows.length).toBe(records.length);
  } finally {
    await fixture.remove();
  }
}
