import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChdb } from '../../packages/server/src/warehouse/engine/chdb/chdb.ts';
import { applySchema } from '../../packages/server/src/warehouse/schema.ts';
import { expectEngineBytes, type SnapshotFixture, snapshotFixtureOn } from './snapshot-fixture.ts';

const child = fileURLToPath(new URL('./snapshot-killed-child.ts', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'vitrine-snapshot-killed-'));
const warehouse = join(directory, 'warehouse');
const intact = join(directory, 'intact');

/** An engine can be opened by one process at a time: by this one between the children. */
async function openFixture(): Promise<SnapshotFixture> {
  const engine = await openChdb({ directory: warehouse });
  await applySchema(engine);
  return snapshotFixtureOn(engine, () => engine.close());
}

beforeAll(async () => {
  const fixture = await openFixture();
  for (const version of [1, 2]) await fixture.publish(version);
  const { reader } = fixture.watched({ directory: intact });
  await reader.prepare(1);
  await reader.close();
  await fixture.remove();
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function killedBuild(snapshots: string, moment: string): void {
  const run = ['--conditions=source', '--import', 'tsx', child, warehouse, snapshots, moment];
  const { signal, stderr } = spawnSync(process.execPath, run, {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: directory },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  expect(signal, stderr).toBe('SIGKILL');
}

describe('a process killed while it builds a snapshot', () => {
  it.each(['rows of the first list', 'rows of the last list', 'index', 'manifest'])(
    'at: %s, leaves the old one as it was, and nothing that is taken for a new one',
    async (moment) => {
      const snapshots = join(directory, moment.replaceAll(' ', '-'));
      cpSync(intact, snapshots, { recursive: true });
      killedBuild(snapshots, moment);
      expect(readdirSync(snapshots).length).toBe(2);

      const fixture = await openFixture();
      const { reader, written, failures, kept } = fixture.watched({ directory: snapshots });
      if (moment !== 'manifest') expect(kept()).toEqual(['v1', 'v2.building']);
      await reader.prepare(1);
      await expectEngineBytes(fixture, reader, 1, 'snapshot');
      expect(written).toEqual([]);
      expect(kept()).toEqual(['v1']);
      await reader.prepare(2);
      await expectEngineBytes(fixture, reader, 2, 'snapshot');
      expect(failures).toEqual([]);
      expect(kept()).toEqual(['v2']);
      await reader.close();
      await fixture.remove();
    },
  );
});
