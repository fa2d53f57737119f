import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { previewErasure } from '../../packages/server/src/ingest/erasure/erasure-preview.ts';
import { restoreBatch, withdrawBatch } from '../../packages/server/src/ingest/withdrawal/withdrawals.ts';
import { ApiError } from '../../packages/server/src/kernel/errors.ts';
import { deleteCreator } from '../../packages/server/src/warehouse/delete-creator.ts';
import { knownCreator } from '../../packages/server/src/warehouse/known-creator.ts';
import type { Observation } from '../oracle/observation.ts';
import { engineWith } from './engine-with.ts';
import { openPublishFixture, type PublishFixture } from './publish-fixture.ts';
import { type ServedRow, servedRows } from './served.ts';
import { simulated } from './simulated.ts';

const world = { products: 12, days: 12, seed: 5, endDate: '2026-08-31' };
const history = simulated({ ...world, toDay: 9 });
const nextDay = simulated({ ...world, fromDay: 10, toDay: 10 });
const reservations = [{}, { rounded_to: 1000 }, { derived: 1 }] as const;
const lastDay = simulated({ ...world, fromDay: 11 });
/**
 * The same entities and moments as the day after the history, with larger and other values: rows that would melt. Some
 * are rounded, some derived.
 */
const wrong: readonly Observation[] = [...nextDay, ...history.slice(-200)].map((each, place) =>
  each.kind === 'product'
    ? { ...each, total_sale_cnt: 900_000, product_name: 'ZZZ', currency: 'EUR', ...reservations[place % 3] }
    : each,
);

let fixture: PublishFixture;
beforeAll(async () => {
  fixture = await openPublishFixture();
});
afterAll(() => fixture.remove());
beforeEach(() => fixture.empty());

type Served = Record<string, readonly ServedRow[]>;

async function published(): Promise<{ readonly base: number; readonly rows: Served }> {
  const { version, base } = await fixture.publish({ force: true });
  return { base, rows: await servedRows(fixture.engine, version) };
}

const fresh = new Map<string, Served>();

/** What a directory serves that only ever got these; empties the fixture. Published once for all who ask. */
async function freshRows(...batches: readonly (readonly Observation[])[]): Promise<Served> {
  const observations = batches.flat();
  const known = fresh.get(JSON.stringify(observations));
  if (known !== undefined) return known;
  await fixture.empty();
  await fixture.take(observations);
  const { rows } = await published();
  fresh.set(JSON.stringify(observations), rows);
  return rows;
}

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  const thrown = await work.catch((error: unknown) => error);
  return thrown instanceof ApiError ? [thrown.status, thrown.message] : thrown;
}

async function melt(): Promise<void> {
  for (const table of ['landing_product', 'landing_video'])
    await fixture.engine.command(`OPTIMIZE TABLE ${table} FINAL`);
}

describe('a batch that is withdrawn', () => {
  it('is as if it had never come, also where its rows met those of others, and restoring it undoes that', async () => {
    await fixture.take(history);
    await published();
    await fixture.take(wrong);
    await fixture.take(nextDay);
    await melt();
    const before = await published();
    expect(await withdrawBatch(fixture.withdrawals, 2, ' a wrong file ')).toMatchObject({
      batch: 2,
      withdrawal: 'withdrawn',
      withdrawnReason: 'a wrong file',
      withdrawnAt: expect.any(Number),
    });
    await fixture.take(lastDay);
    const without = await published();
    expect(without.base).toBe(0);
    expect(await restoreBatch(fixture.withdrawals, 2)).toMatchObject({ withdrawal: null, withdrawnReason: null });
    const again = await published();
    expect(again.rows).not.toEqual(without.rows);
    expect(again.rows).toEqual(await freshRows(history, wrong, nextDay, lastDay));
    expect(without.rows).toEqual(await freshRows(history, nextDay, lastDay));
    expect(before.rows).toEqual(await freshRows(history, wrong, nextDay));
  });

  it('before it was published costs nothing: the next publish goes on from the one before', async () => {
    await fixture.take(history);
    await published();
    const served = (await fixture.versions.current())?.version;
    await fixture.take(wrong);
    await withdrawBatch(fixture.withdrawals, 2, 'wrong');
    await fixture.take(nextDay);
    const { base, rows } = await published();
    expect(base).toBe(served);
    expect(rows).toEqual(await freshRows(history, nextDay));
  });

  it('can be taken in again, and a person in it can be erased', async () => {
    await fixture.take(history);
    await fixture.take(nextDay);
    await withdrawBatch(fixture.withdrawals, 2, 'twice');
    await fixture.take(nextDay);
    const all = await published();
    const person = nextDay.find((each) => each.kind === 'video')?.user_id ?? '';
    const { video } = await deleteCreator(fixture.engine, person);
    expect(video).toBeGreaterThan(0);
    await restoreBatch(fixture.withdrawals, 2);
    await fixture.versions.outdate(0);
    const erased = await published();
    const without = (batch: readonly Observation[]) =>
      batch.filter((each) => !('user_id' in each && each.user_id === person));
    expect(erased.rows).toEqual(await freshRows(without(history), without(nextDay)));
    expect(all.rows).toEqual(await freshRows(history, nextDay));
  });

  it('still knows a person who is in no other, and as many of their records are erased as were announced', async () => {
    for (const batch of [history, nextDay, nextDay]) await fixture.take(batch);
    const person = nextDay.find((each) => each.kind === 'video')?.user_id ?? '';
    const before = await knownCreator(fixture.engine, [person]);
    for (const batch of [1, 2, 3]) await withdrawBatch(fixture.withdrawals, batch, 'all of it');
    const known = await knownCreator(fixture.engine, [person]);
    expect(known.records.video).toBeGreaterThan(0);
    expect(known).toEqual(before);
    expect(await previewErasure({ ...fixture, isErased: () => false }, [person])).toMatchObject({ isKnown: true });
    expect(await deleteCreator(fixture.engine, person)).toEqual(known.records);
    for (const batch of [1, 2, 3]) await restoreBatch(fixture.withdrawals, batch);
    expect(await knownCreator(fixture.engine, [person])).toMatchObject({ records: { creator: 0, video: 0, live: 0 } });
  });

  it.each([1, 9])('is withdrawn whole by the next publish when it was cut short at statement %i', async (cut) => {
    await fixture.take(history);
    await published();
    await fixture.take(nextDay);
    await published();
    const cutting = { ...fixture.withdrawals, engine: failingAt(cut) };
    await expect(withdrawBatch(cutting, 2, 'cut')).rejects.toThrow('cut short');
    const { rows } = await published();
    expect((await fixture.batches.find(2))?.withdrawal).toBe('withdrawn');
    await expect(restoreBatch({ ...fixture.withdrawals, engine: failingAt(3) }, 2)).rejects.toThrow('cut short');
    const restored = await published();
    expect(rows).toEqual(await freshRows(history));
    expect(restored.rows).toEqual(await freshRows(history, nextDay));
  });
});

it('a batch that never was, is open, or is in that state already is refused, and so is no reason', async () => {
  await fixture.take(history.slice(0, 5));
  const open = await fixture.batches.open('open.ndjson');
  const { withdrawals } = fixture;
  expect(await refusalOf(withdrawBatch(withdrawals, 9, 'x'))).toEqual([404, 'No such batch: 9']);
  expect(await refusalOf(withdrawBatch(withdrawals, open, 'x'))).toEqual([409, `Ingest batch ${open} is still open`]);
  expect(await refusalOf(withdrawBatch(withdrawals, 1, ' '))).toEqual([400, expect.stringContaining('reason')]);
  expect(await refusalOf(restoreBatch(withdrawals, 1))).toEqual([409, 'Cannot change batch 1: it is not withdrawn']);
  await withdrawBatch(withdrawals, 1, 'x');
  const again = await refusalOf(withdrawBatch(withdrawals, 1, 'x'));
  expect(again).toEqual([409, 'Cannot change batch 1: it is already withdrawn']);
});

/** An engine whose n-th statement fails after it ran. */
function failingAt(statement: number): PublishFixture['engine'] {
  let run = 0;
  return engineWith(fixture.engine, {
    async command(sql, parameters) {
      await fixture.engine.command(sql, parameters);
      run += 1;
      if (run === statement) throw new Error('cut short');
    },
  });
}
