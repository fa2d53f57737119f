import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { productLines } from './samples.ts';
import { type Running, serving, temporaryDirectory, vitrine, vitrineJson } from './vitrine.ts';

const directory = temporaryDirectory();
const place = ['--data', join(directory.path, 'data')];
let server: Running | undefined;

afterAll(async () => {
  await server?.stop();
  directory.remove();
});

async function takeAndPublish(productId: string): Promise<void> {
  await vitrineJson(['ingest', '-', ...place], { stdin: productLines(productId) });
  await vitrineJson(['publish', ...place]);
}

async function lastChanges(count: number): Promise<unknown> {
  return vitrineJson(['audit', '--limit', String(count), ...place]);
}

describe('on a directory', () => {
  beforeAll(async () => {
    await takeAndPublish('1');
    await takeAndPublish('2');
  });

  it('the served version goes back to the one before, once', async () => {
    expect(await vitrineJson(['versions', 'rollback', ...place])).toMatchObject({ from: 2, version: 1 });
    expect((await vitrine(['versions', 'list', ...place])).stdout).toMatch(/^2 .*dropped\n1 .*served$/m);
    const again = await vitrine(['versions', 'rollback', ...place]);
    expect(again).toMatchObject({ status: 1, stderr: expect.stringContaining('of the versions before 1 no data') });
  });

  it('the audit log tells who changed what, the newest first', async () => {
    const by = { actor: 'local', origin: userInfo().username };
    expect(await lastChanges(3)).toMatchObject([
      { ...by, action: 'versions.rollback', outcome: 'failed' },
      { ...by, action: 'versions.rollback', outcome: 'done', detail: { version: 1 } },
      { ...by, action: 'publish', outcome: 'done', detail: { version: 2 } },
    ]);
    expect((await vitrine(['audit', ...place])).stdout).toContain('versions.rollback');
  });

  it('runs of ingest are listed with what came of them', async () => {
    expect(await vitrineJson(['batches', ...place])).toMatchObject([
      { batch: 2, source: 'stdin', status: 'done', records: { product: 2 }, rejected: 0 },
      { batch: 1, source: 'stdin', status: 'done', records: { product: 2 }, rejected: 0 },
    ]);
    expect((await vitrine(['batches', '--before', '2', ...place])).stdout).toMatch(/1 +stdin +done/);
  });

  it('the audit log does not quote what a file held', async () => {
    const line = '{"kind":"creator","user_id":"zyxhandle","observed_at":"2026-11-20T00:00:00Z"}';
    const refused = await vitrine(['ingest', '-', '--strict', ...place], { stdin: line });
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('zyxhandle') });
    const entries = await lastChanges(1);
    expect(entries).toMatchObject([{ action: 'ingest', outcome: 'failed', detail: { reason: 'refused' } }]);
    expect(JSON.stringify(entries)).not.toContain('zyxhandle');
  });
});

describe('through a server', () => {
  beforeAll(async () => {
    server = await serving(join(directory.path, 'data'));
  });

  it('the same, under the name of the token', async () => {
    await takeAndPublish('3');
    expect(await vitrineJson(['versions', 'rollback', '1', ...place])).toMatchObject({ from: 3, version: 1 });
    expect(await vitrineJson(['batches', '--limit', '1', ...place])).toMatchObject([{ batch: 4, source: 'http' }]);
    expect(await lastChanges(3)).toMatchObject([
      { actor: 'admin-token', action: 'versions.rollback', outcome: 'done', request: { version: 1 } },
      { actor: 'admin-token', action: 'publish', outcome: 'done', detail: { version: 3 } },
      { actor: 'admin-token', action: 'ingest', outcome: 'done', detail: { batch: 4 } },
    ]);
  });
});

describe('wrong usage', () => {
  it.each([
    [['versions', 'rollback', 'x'], 'VERSION: expected a whole number of 1 or more, got "x"'],
    [['audit', '--limit', '0'], '--limit: expected a whole number of 1 or more, got "0"'],
    [['batches', '--before', '-'], '--before: expected a whole number of 1 or more, got "-"'],
  ])('%j', async (words, message) => {
    expect(await vitrine([...words, ...place])).toMatchObject({ status: 2, stderr: expect.stringContaining(message) });
  });
});
