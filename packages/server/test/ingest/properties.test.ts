import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { kinds } from '../../src/ingest/kinds/index.ts';
import { type IngestFixture, ndjson, openIngestFixture, type Row, rejectsIn } from './ingest-fixture.ts';
import { full, least } from './samples.ts';

let fixture: IngestFixture;
beforeAll(async () => {
  fixture = await openIngestFixture();
});
beforeEach(() => fixture.empty());
afterAll(() => fixture.remove());

async function landedOfAll(): Promise<Readonly<Record<string, readonly Row[]>>> {
  const entries = [...kinds.keys()].map(async (kind) => [kind, await fixture.landed(kind)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

const id = fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }).map(String);
const count = fc.nat({ max: 1e9 }).map((value) => value);

/** A good line, and the kind and id it must be found under. */
const goodLine = fc.oneof(
  fc.record({ id, name: fc.string({ unit: 'binary' }), total: count }).map(({ id, name, total }) => ({
    kind: 'product',
    id,
    line: JSON.stringify({ ...least.product, product_id: id, product_name: name, total_sale_cnt: total }),
  })),
  fc.record({ id, total: count }).map(({ id, total }) => ({
    kind: 'shop',
    id,
    line: `{"seller_id":"${id}", "total_sale_cnt":${total}.0 ,"region":"US","observed_at":"2026-08-12T15:30:57Z","kind":"shop"}`,
  })),
  fc.record({ id, links: fc.array(id, { maxLength: 4 }) }).map(({ id, links }) => ({
    kind: 'video',
    id,
    line: JSON.stringify({ ...full.video, video_id: id, products: links.map((link) => ({ product_id: link })) }),
  })),
);

const badLine = fc.oneof(
  fc.constantFrom('{', '[]', '7', 'kind', '{"kind":"product"}', '{"kind":"ghost"}', '{}', '\u0000'),
  id.map((productId) => JSON.stringify({ ...least.product, product_id: Number(productId) })),
  count.map((total) => JSON.stringify({ ...least.product, observed_at: String(total) })),
  goodLine.map(({ line }) => line.slice(0, -1)),
);

const anyLine = fc.oneof(
  { weight: 3, arbitrary: goodLine.map((good) => ({ ...good, good: true })) },
  { weight: 1, arbitrary: badLine.map((line) => ({ line, kind: '', id: '', good: false })) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\t').map((line) => ({ line, kind: '', id: '', good: undefined })) },
);

function namesKind(line: string): boolean {
  try {
    return 'kind' in JSON.parse(line);
  } catch {
    return false;
  }
}

const keyOf: Readonly<Record<string, string>> = { product: 'product_id', shop: 'seller_id', video: 'video_id' };

test('of any mix of lines exactly the good ones land and each bad one is reported with its line', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyLine, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), async (lines, rowsMax) => {
      await fixture.empty();
      const body = lines.map(({ line }) => line).join('\n');
      // A body in which no line names a kind may be a document of another form.
      fc.pre(lines.some(({ line }) => namesKind(line)));
      const summary = await fixture.take(body, {}, { chunkLimits: { rowsMax, bytesMax: 1e6 } });
      const badNumbers = lines.flatMap(({ good }, index) => (good === false ? [index + 1] : []));
      expect([...new Set(rejectsIn(summary).map((reject) => reject.line))]).toEqual(badNumbers);
      expect(summary.rejected).toBe(badNumbers.length);
      for (const [kind, key] of Object.entries(keyOf)) {
        const ids = new Set(lines.filter((line) => line.kind === kind).map((line) => line.id));
        expect(new Set((await fixture.landed(kind)).map((row) => row[key]))).toEqual(ids);
      }
    }),
    { numRuns: 40 },
  );
});

/** Two days of every kind, many ids. */
const manyRecords: readonly Row[] = Array.from({ length: 30 }, (_, index) => [
  { ...full.product, product_id: String(1000 + (index % 23)), total_sale_cnt: index, observed_at: dayOf(index) },
  { ...full.shop, seller_id: String(1000 + (index % 13)), observed_at: dayOf(index) },
  { ...full.creator, user_id: String(1000 + (index % 17)), observed_at: dayOf(index) },
  { ...full.video, video_id: String(1000 + (index % 19)), observed_at: dayOf(index) },
  { ...full.live, live_id: String(1000 + (index % 11)), observed_at: dayOf(index) },
  { ...full.fx, per_usd: 100 + index },
]).flat();

function dayOf(index: number): string {
  return `2026-08-1${index % 2}T15:30:57.651Z`;
}

test('sending the same again changes nothing, whole or in part', async () => {
  await fixture.take(ndjson(manyRecords));
  const once = await landedOfAll();
  await fixture.take(ndjson(manyRecords));
  expect(await landedOfAll()).toEqual(once);
  await fixture.take(ndjson(manyRecords.slice(50, 90)));
  expect(await landedOfAll()).toEqual(once);
});

test('wherever chunks end, the same rows land', async () => {
  await fixture.take(ndjson(manyRecords));
  const whole = await landedOfAll();
  for (const chunkLimits of [
    { rowsMax: 1, bytesMax: 1e6 },
    { rowsMax: 7, bytesMax: 1e6 },
    { rowsMax: 1000, bytesMax: 4000 },
  ]) {
    await fixture.empty();
    await fixture.take(ndjson(manyRecords.slice(0, 100)), {}, { chunkLimits });
    await fixture.take(ndjson(manyRecords.slice(100)), {}, { chunkLimits: { rowsMax: 13, bytesMax: 1e6 } });
    expect(await landedOfAll()).toEqual(whole);
  }
});

test('wherever blocks of the stream end, the same rows land', async () => {
  const bytes = Buffer.from(ndjson(manyRecords.slice(0, 60)));
  await fixture.take(bytes);
  const whole = await landedOfAll();
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: bytes.length }), { maxLength: 60 }), async (cuts) => {
      await fixture.empty();
      const summary = await fixture.take('', { from: { stream: inBlocks(bytes, cuts) } });
      expect(summary.rejected).toBe(0);
      expect(await landedOfAll()).toEqual(whole);
    }),
    { numRuns: 10 },
  );
});

function inBlocks(bytes: Buffer, cuts: readonly number[]): Readable {
  const ends = [...cuts, bytes.length].sort((a, b) => a - b);
  return Readable.from(ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end)));
}
