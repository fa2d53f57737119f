import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rollBack } from '../../packages/server/src/warehouse/rollback.ts';
import type { VersionStore } from '../../packages/server/src/warehouse/versions.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { simulated } from './simulated.ts';

const world = { products: 20, days: 40, seed: 3, endDate: '2026-08-31' };
const signedTables = [
  'product_day',
  'source_day',
  'like_day',
  'creator_day',
  'product_trend',
  'link_day',
  'video_trend',
  'shop_trend',
  'creator_trend',
  'stated_day',
  'attribution',
  'split_day',
];

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(async () => {
  await fixture.empty();
  await fixture.take(simulated({ ...world, toDay: 37 }));
  await fixture.publish();
  await fixture.take(simulated({ ...world, fromDay: 38, toDay: 38 }));
});

async function rolledBack(): Promise<void> {
  await fixture.publish();
  await rollBack(fixture.versions);
}

async function failed(): Promise<void> {
  await expect(fixture.publish({ onStep: failing })).rejects.toThrow('stopped');
}

function failing(step: string): void {
  if (step === '70_current') throw new Error('stopped');
}

describe.each([
  ['a rollback', rolledBack],
  ['a failure', failed],
])('a publish after %s', (_, leaveSomething) => {
  it('takes back what was left of it without rewriting a week', async () => {
    await leaveSomething();
    const base = (await fixture.versions.current())?.version ?? 0;
    await fixture.take(simulated({ ...world, fromDay: 39 }));
    const left: number[] = [];
    const sums: number[] = [];
    await fixture.publish({
      async beforeCommand(sql) {
        if (sql.startsWith('INSERT INTO state_') && left.length === 0) left.push(...(await changedAfter(base)));
        if (sql.startsWith('INSERT INTO {state:Identifier}.product_attribute') && sums.length === 0)
          sums.push(...(await changedAfter(base)));
      },
    });
    expect(left).not.toEqual(signedTables.map(() => 0));
    expect(sums).toEqual(signedTables.map(() => 0));
    expect(await rewrittenTables()).not.toEqual(expect.arrayContaining([expect.stringMatching(/_day$|attribution/)]));
  });

  it('is told of from its first statement on', async () => {
    await leaveSomething();
    const events: string[] = [];
    await fixture.publish({
      onStep: (name) => void events.push(name),
      beforeCommand: async () => void events.push('sql'),
    });
    expect(events[0]).toBe('00_state');
    expect(events.at(-1)).toBe('sql');
    expect(events.filter((event) => event !== 'sql').at(-1)).toBe('90_tidy');
  });
});

describe('a publish that cannot remove data of earlier versions', () => {
  it('is done and says why, and the next one removes it', async () => {
    for (let day = 0; day < 2; day++) await fixture.publish();
    const report = await fixture.publish({
      async beforeCommand(sql) {
        if (sql.includes('DROP PARTITION')) throw new Error('the disk is full');
      },
    });
    expect(report.untidied).toBe('the disk is full');
    expect((await fixture.versions.current())?.version).toBe(report.version);
    expect(await versionsKept()).toBeGreaterThan(2);
    expect(await fixture.publish()).not.toHaveProperty('untidied');
    expect(await versionsKept()).toBe(2);
  });
});

async function versionsKept(): Promise<number> {
  const rows = await fixture.engine.rows('SELECT DISTINCT version FROM serving_product_list');
  return rows.length;
}

const values: Readonly<Record<string, string>> = {
  product_day: 'units + known_units',
  source_day: 'grown',
  like_day: 'grown',
  creator_day: 'followers + views',
  stated_day: 'units + sale_units',
  split_day: 'video_units + live_units',
  video_trend: 'views + comments + units',
  creator_trend: 'followers + views + comments + units',
  link_day: 'videos + lives',
};

const keys: Readonly<Record<string, string>> = {
  source_day: 'kind, source_id, day',
  like_day: 'kind, source_id, day',
  creator_day: 'user_id, day',
  video_trend: 'video_id, day',
  shop_trend: 'seller_id, day',
  creator_trend: 'user_id, day',
};

/** How many changes of versions after the base do not sum to zero, table by table. */
async function changedAfter(base: number): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const table of signedTables) {
    const key = keys[table] ?? 'product_id, day';
    const value = values[table] ?? 'units';
    const [row] = await fixture.engine.rows<{ n: string }>(
      `SELECT count() AS n FROM (SELECT sum(${value}) AS s FROM ${await stateName()}.${table}
       WHERE version > {base:UInt32} GROUP BY ${key} HAVING s != 0)`,
      { base },
    );
    counts.push(Number(row?.n));
  }
  return counts;
}

async function stateName(): Promise<string> {
  return `state_${(await fixture.versions.current())?.lineage}`;
}

async function rewrittenTables(): Promise<readonly string[]> {
  const rows = await fixture.engine.rows<{ table: string }>(
    `SELECT DISTINCT table FROM system.mutations WHERE database = '${await stateName()}'`,
  );
  return rows.map(({ table }) => table);
}

describe('a publish that fails while the accounts are away', () => {
  it('says what failed first, and the next one is as if it had not been', async () => {
    const served = (await fixture.versions.current())?.version;
    const away = { fail: () => Promise.reject(new Error('the accounts are away')) };
    await expect(fixture.publish({ onStep: failing, versions: away })).rejects.toThrow('stopped');
    expect((await fixture.versions.current())?.version).toBe(served);
    expect(await fixture.publish()).toMatchObject({ base: served });
  });

  it('does not count as failed where its version is served, of which only the word got lost', async () => {
    const lost: Partial<VersionStore> = {
      async complete(...version) {
        await fixture.versions.complete(...version);
        throw new Error('the connection was lost');
      },
    };
    await expect(fixture.publish({ versions: lost })).rejects.toThrow('the connection was lost');
    const served = await fixture.versions.current();
    expect(served).toMatchObject({ status: 'ready', version: (await fixture.versions.list())[0]?.version });
    expect(await fixture.versions.quarantine()).toMatchObject({ products: 0 });
    expect(await fixture.publish()).toMatchObject({ base: served?.version });
  });
});
