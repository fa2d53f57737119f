import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openVitrine, readConfig } from '@vitrine/server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { atAccounts } from '../src/operations/open.ts';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { temporaryDirectory, vitrine } from './vitrine.ts';

interface Made {
  readonly id: string;
}

const directory = temporaryDirectory();
const data = join(directory.path, 'data');
const place = ['--data', data];
beforeAll(() => {
  // The accounts are those of the directory, also where suites of PostgreSQL run beside this one.
  vi.stubEnv('DATABASE_URL', undefined);
  mkdirSync(data);
});
afterAll(() => {
  vi.unstubAllEnvs();
  directory.remove();
});

function idsOf(listed: readonly Made[]): readonly string[] {
  return listed.map(({ id }) => id);
}

/** Every command that the accounts database is enough for. */
async function runAll(): Promise<void> {
  const key = await vitrineJsonHere<Made>(['keys', 'create', '--name', 'one', '--credits', '3', ...place]);
  expect(await vitrineJsonHere(['keys', 'grant', key.id, '4', ...place])).toMatchObject({ credits: 7 });
  const refund = ['keys', 'refund', key.id, '1', '--reason', 'nothing was charged', ...place];
  expect(await vitrineHere(refund)).toMatchObject({ stderr: expect.stringContaining('CREDITS: expected at most 0') });
  expect(await vitrineJsonHere(['keys', 'update', key.id, '--owner', 'Ann', ...place])).toMatchObject({ owner: 'Ann' });
  expect(await vitrineJsonHere(['keys', 'rotate', key.id, ...place])).toMatchObject({ id: key.id });
  expect(await vitrineJsonHere(['keys', 'revoke', key.id, ...place])).toMatchObject({ revokedAt: expect.any(Number) });
  expect(idsOf(await vitrineJsonHere(['keys', 'list', ...place]))).toContain(key.id);
  const admin = await vitrineJsonHere<Made>(['admin-keys', 'create', '--name', 'job', '--scope', 'audit', ...place]);
  expect(idsOf(await vitrineJsonHere(['admin-keys', 'list', ...place]))).toContain(admin.id);
  expect((await vitrineHere(['admin-keys', 'revoke', admin.id, ...place])).status).toBe(0);
  expect(await vitrineJsonHere(['sessions', 'list', ...place])).toEqual([]);
  const actions = (await vitrineJsonHere<readonly { action: string }[]>(['audit', ...place])).map(
    ({ action }) => action,
  );
  expect(actions.slice(0, 3)).toEqual(['admin-keys.revoke', 'admin-keys.create', 'keys.revoke']);
}

describe('keys, admin keys and the audit log need no engine', () => {
  it('none is loaded for them', async () => {
    await atAccounts({ data }, async (operations) => {
      const { id } = await operations.createKey({ name: 'first' });
      expect(idsOf(await operations.listKeys())).toEqual([id]);
    });
    const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: readonly string[] };
    expect(sharedObjects.filter((path) => /libsql/.test(path))).toHaveLength(1);
    expect(sharedObjects.filter((path) => /chdb/.test(path))).toEqual([]);
  });

  it('beside a process that has the engine of the directory', async () => {
    const holder = await openVitrine(readConfig({ VITRINE_DATA_DIR: data }));
    const made = await vitrine(['keys', 'create', '--name', 'beside', ...place]);
    const listed = await vitrine(['keys', 'list', ...place]);
    const refused = await vitrine(['publish', ...place]);
    await holder.close();
    expect([made.status, listed.stdout]).toEqual([0, expect.stringContaining('beside')]);
    expect(refused).toMatchObject({ status: 1, stderr: expect.stringContaining('is in use by process') });
  });

  it('in a directory whose engine cannot be opened', async () => {
    const warehouse = join(data, 'warehouse');
    rmSync(warehouse, { recursive: true });
    writeFileSync(warehouse, 'broken');
    await runAll();
    expect((await vitrine(['publish', ...place])).status).toBe(1);
    expect(readFileSync(warehouse, 'utf8')).toBe('broken');
  });
});

describe('a directory that a command on accounts came to first', () => {
  it('is whole to the doctor', async () => {
    const path = join(directory.path, 'new');
    mkdirSync(path);
    await vitrineJsonHere(['keys', 'create', '--name', 'one', '--data', path]);
    const doctor = await vitrineHere(['doctor', '--data', path], { environment: { PORT: '0' } });
    expect(doctor.stdout).not.toContain('FAIL');
  });
});

describe('a directory that has lost its engine', () => {
  it('is told by the doctor, also after a command on accounts', async () => {
    const path = join(directory.path, 'lost');
    mkdirSync(path);
    await vitrineJsonHere(['keys', 'create', '--name', 'one', '--data', path]);
    rmSync(join(path, 'warehouse'), { recursive: true });
    await vitrineJsonHere(['keys', 'list', '--data', path]);
    const doctor = await vitrineHere(['doctor', '--data', path], { environment: { PORT: '0' } });
    expect(doctor.stdout).toContain('FAIL');
    expect(existsSync(join(path, 'warehouse'))).toBe(false);
  });
});
