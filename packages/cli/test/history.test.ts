import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
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
  await vitrineJsonHere(['publish', ...place]);
}

async function lastChanges(count: number): Promise<unknown> {
  return vitrineJsonHere(['audit', '--limit', String(count), ...place]);
}

describe('on a directory', () => {
  beforeAll(async () => {
    await takeAndPublish('1');
    await takeAndPublish('2');
  });

  it('the served version goes back to the one before, once', async () => {
    expect(await vitrineJsonHere(['versions', 'rollback', ...place])).toMatchObject({ from: 2, version: 1 });
    expect((await vitrineHere(['versions', 'list', ...place])).stdout).toMatch(/^2 .*dropped\n1 .*served$/m);
    const again = await vitrineHere(['versions', 'rollback', ...place]);
    expect(again).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('no data is left of the versions before 1'),
    });
  });

  it('the audit log tells who changed what, the newest first', async () => {
    const by = { actor: 'local', origin: userInfo().username };
    expect(await lastChanges(3)).toMatchObject([
      { ...by, action: 'versions.rollback', outcome: 'failed' },
      { ...by, action: 'versions.rollback', outcome: 'done', detail: { version: 1 } },
      { ...by, action: 'publish', outcome: 'done', detail: { version: 2 } },
    ]);
    expect((await vitrineHere(['audit', ...place])).stdout).toContain('versions.rollback');
  });

  it('runs of ingest are listed with what came of them', async () => {
    expect(await vitrineJsonHere(['batches', ...place])).toMatchObject([
      { batch: 2, source: 'stdin', status: 'done', records: { product: 2 }, rejected: 0 },
      { batch: 1, source: 'stdin', status: 'done', records: { product: 2 }, rejected: 0 },
    ]);
    expect((await vitrineHere(['batches', '--before', '2', ...place])).stdout).toMatch(/1 +stdin +done/);
  });

  it('a publish as of a day that was not observed is refused in words, and says how to have it', async () => {
    const refused = await vitrineHere(['publish', '--as-of', '2020-01-01', ...place]);
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('is outside the observed days') });
    expect(refused.stderr).toContain('--force');
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
    expect(await vitrineJsonHere(['versions', 'rollback', '1', ...place])).toMatchObject({ from: 3, version: 1 });
    expect(await vitrineJsonHere(['batches', '--limit', '1', ...place])).toMatchObject([{ batch: 4, source: 'stdin' }]);
    expect(await lastChanges(3)).toMatchObject([
      { actor: 'admin-token', action: 'versions.rollback', outcome: 'done', request: { version: 1 } },
      { actor: 'admin-token', action: 'publish', outcome: 'done', detail: { version: 3 } },
      {
        actor: 'admin-token',
        action: 'ingest',
        outcome: 'done',
        request: { source: 'stdin' },
        detail: { batch: 4 },
      },
    ]);
  });

  it('a batch has the name of its file, and a refusal names the file once', async () => {
    const path = join(directory.path, 'wrong\u001b.ndjson');
    writeFileSync(path, '{"kind":"nothing"}\n');
    const { stderr } = await vitrineHere(['ingest', path, '--strict', ...place]);
    expect(stderr).toMatch(/^vitrine: wrong\?\.ndjson has 1 invalid line; /);
    const [batch] = await vitrineJsonHere<readonly { batch: number }[]>(['batches', '--limit', '1', ...place]);
    expect(batch).toMatchObject({ status: 'failed', source: 'wrong?.ndjson' });
  });

  it('a batch is withdrawn for a reason and restored, and the audit log tells why', async () => {
    const withdrawn = await vitrineHere(['batches', 'withdraw', '4', '--reason', 'a wrong day', ...place]);
    expect(withdrawn).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Withdrew batch 4 \(stdin\); /) });
    expect((await vitrineHere(['batches', ...place])).stdout).toMatch(/^4 .*withdrawn .*a wrong day$/m);
    expect(await vitrineJsonHere(['publish', ...place, '--force'])).toMatchObject({
      base: 0,
      rows: { 'product-list': 2 },
    });
    expect(await vitrineJsonHere(['batches', 'restore', '4', ...place])).toMatchObject({ batch: 4, withdrawal: null });
    expect(await vitrineJsonHere(['publish', ...place])).toMatchObject({ rows: { 'product-list': 3 } });
    expect(await lastChanges(4)).toMatchObject([
      { action: 'publish' },
      { action: 'ingest.restore', request: { batch: '4' }, outcome: 'done' },
      { action: 'publish', request: { force: true } },
      { action: 'ingest.withdraw', request: { batch: '4', reason: 'a wrong day' }, outcome: 'done' },
    ]);
    const again = await vitrineHere(['batches', 'withdraw', '4', ...place]);
    expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining('reason') });
  });
});

describe('wrong usage', () => {
  it.each([
    [['versions', 'rollback', 'x'], 'VERSION: expected a whole number of 1 or more, got "x"'],
    [['audit', '--limit', '0'], '--limit: expected a whole number of 1 or more, got "0"'],
    [['batches', '--before', '-'], '--before: expected a whole number of 1 or more, got "-"'],
  ])('%j', async (words, message) => {
    expect(await vitrineHere([...words, ...place])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(message),
    });
  });
});
