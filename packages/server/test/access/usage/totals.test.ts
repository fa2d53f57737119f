import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UsageRecord } from '../../../src/access/usage/usage-record.ts';
import type { UsageSink } from '../../../src/access/usage/usage-sink.ts';
import { readUsage, type UsageGrain, type UsageRow, usageGrains } from '../../../src/warehouse/usage/usage-report.ts';
import { type TemporaryEngine, temporaryEngine } from '../../serving/temporary-engine.ts';
import { noon, sinkOf, testRecorder } from './recorders.ts';

let place: TemporaryEngine;
beforeAll(async () => {
  place = await temporaryEngine();
});
afterAll(() => place.remove());

const dayMs = 86_400_000;
const periodMs: Readonly<Record<UsageGrain, number>> = { day: dayMs, hour: 3_600_000 };

const anyRecord: fc.Arbitrary<UsageRecord> = fc.record({
  at: fc.integer({ min: noon - 3 * dayMs, max: noon }),
  keyId: fc.constantFrom('', 'key_a', 'key_b'),
  endpoint: fc.constantFrom('product-list', 'shop-videos', 'unknown'),
  status: fc.constantFrom(200, 304, 400, 401, 402, 404, 429, 500),
  credits: fc.integer({ min: 0, max: 1 }),
  latencyMicros: fc.integer({ min: 1, max: 5_000_000 }),
  rows: fc.integer({ min: 0, max: 10 }),
  bytes: fc.integer({ min: 0, max: 1_000_000 }),
  datasetVersion: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
});

/**
 * What happens to a batch: it is stored, it does not arrive, its storing is not confirmed; or the process dies with it.
 */
const anyStep = fc.record({
  records: fc.array(anyRecord, { minLength: 1, maxLength: 20 }),
  fate: fc.constantFrom('stored', 'not arrived', 'not confirmed', 'process ends'),
});

it('the totals are the sums of the records, each counted once, whatever went wrong on the way', async () => {
  const run = fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: 6 }), async (steps) => {
    const directory = mkdtempSync(join(tmpdir(), 'vitrine-totals-'));
    for (const table of ['usage_record', 'usage_total']) await place.engine.command(`TRUNCATE TABLE ${table}`);
    for (const { records, fate } of steps) await happen(directory, records, fate);
    await happen(directory, [], 'stored');
    rmSync(directory, { recursive: true });
    const all = steps.flatMap(({ records }) => records);
    for (const by of usageGrains) await expectSums(all, by);
  });
  await fc.assert(run, { numRuns: 15 });
});

/** Each with a recorder of its own on the same spool, as if every step were a start. */
async function happen(directory: string, records: readonly UsageRecord[], fate: string): Promise<void> {
  const { recorder } = await testRecorder(directory, sinkWith(fate));
  for (const each of records) recorder.record(each);
  await recorder.close();
}

function sinkWith(fate: string): UsageSink {
  const sink = sinkOf(place.engine);
  return {
    async store(id, ndjson) {
      if (fate === 'not arrived' || fate === 'process ends') throw new Error(fate);
      const outcome = await sink.store(id, ndjson);
      if (fate === 'not confirmed') throw new Error(fate);
      return outcome;
    },
  };
}

async function expectSums(records: readonly UsageRecord[], by: UsageGrain): Promise<void> {
  const [from, to] = [noon - 3 * dayMs, noon].map((at) => new Date(at).toISOString().slice(0, 10));
  const rows = await readUsage(place.engine, { from: from ?? '', to: to ?? '', by }, 10_000);
  expect(rows.map(withoutQuantiles)).toEqual(sumsOf(records, by));
  for (const row of rows)
    expectQuantiles(
      row,
      records.filter((each) => nameOf(each, by) === nameOfRow(row)),
    );
}

function withoutQuantiles(row: UsageRow) {
  const { latencyMicrosP50: _p50, latencyMicrosP95: _p95, latencyMicrosP99: _p99, ...sums } = row;
  return sums;
}

/** Plain arithmetic. */
function sumsOf(records: readonly UsageRecord[], by: UsageGrain) {
  return [...grouped(records, by)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => sumOf(group, by));
}

function grouped(records: readonly UsageRecord[], by: UsageGrain): ReadonlyMap<string, readonly UsageRecord[]> {
  const groups = new Map<string, UsageRecord[]>();
  for (const each of records) groups.set(nameOf(each, by), [...(groups.get(nameOf(each, by)) ?? []), each]);
  return groups;
}

function sumOf(group: readonly UsageRecord[], by: UsageGrain) {
  const sum = (value: (record: UsageRecord) => number) => group.reduce((total, each) => total + value(each), 0);
  const [first] = group;
  const statuses = Object.fromEntries(
    group.map(({ status }) => [status, sum((each) => Number(each.status === status))]),
  );
  return {
    period: first === undefined ? '' : periodOf(first, by),
    keyId: first?.keyId,
    endpoint: first?.endpoint,
    requests: group.length,
    credits: sum(({ credits }) => credits),
    statuses,
    rows: sum(({ rows }) => rows),
    bytes: sum(({ bytes }) => bytes),
    latencyMicrosMean: Math.round(sum(({ latencyMicros }) => latencyMicros) / group.length),
    latencyMicrosMax: Math.max(...group.map(({ latencyMicros }) => latencyMicros)),
  };
}

function expectQuantiles(row: UsageRow, group: readonly UsageRecord[]): void {
  const { latencyMicrosP50: p50, latencyMicrosP95: p95, latencyMicrosP99: p99, latencyMicrosMax: max } = row;
  const min = Math.min(...group.map(({ latencyMicros }) => latencyMicros));
  // The engine keeps them as 32-bit floats: seven digits.
  const ordered = [min * 0.9999, p50, p95, p99, max * 1.0001];
  expect(ordered).toEqual([...ordered].sort((a, b) => a - b));
}

function periodOf({ at }: UsageRecord, by: UsageGrain): string {
  return `${new Date(at - (at % periodMs[by])).toISOString().slice(0, 19)}Z`;
}

function nameOf(each: UsageRecord, by: UsageGrain): string {
  return nameOfRow({ period: periodOf(each, by), keyId: each.keyId, endpoint: each.endpoint });
}

function nameOfRow({ period, keyId, endpoint }: Pick<UsageRow, 'period' | 'keyId' | 'endpoint'>): string {
  return [period, keyId, endpoint].join(' ');
}
