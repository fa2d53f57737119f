import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productTrends } from '../../../src/catalogue/trends/product-trends.ts';
import { videoTrends } from '../../../src/catalogue/trends/video-trends.ts';
import { BoundedWork } from '../../../src/serving/bounded-work.ts';
import type { PublishedVersion } from '../../../src/serving/published-versions.ts';
import { type ReadChanges, sharedChanges } from '../../../src/serving/trends/changes.ts';
import type { TrendSource } from '../../../src/serving/trends/trend-source.ts';
import { deferred } from '../../surfaces/http/held-reader.ts';

const trends: readonly TrendSource[] = [productTrends, videoTrends];
const ids = ['1', '2', '3'];
const [firstDay, asOfDay] = [100, 104];

function published(version: number): PublishedVersion {
  return { version, state: 'state_1', asOfDay };
}

/** Every entity has a change on every day, which says where it is from. */
const readPlainly: ReadChanges = async (source, wanted, { version }, { first }) =>
  wanted.flatMap((id) =>
    Array.from({ length: asOfDay - first + 1 }, (_, i) => ({
      [source.of.rowId]: id,
      day: first + i,
      units: `${source.id} ${id} ${version}`,
    })),
  );

function turns(atOnceMax: number, msMax = 60_000): BoundedWork {
  return new BoundedWork({ atOnceMax, msMax });
}

/** Reads, and counts how often; each read waits until it may end. */
function counted(mayEnd: Promise<void>) {
  const reads: (readonly string[])[] = [];
  const read: ReadChanges = async (...asked) => {
    reads.push(asked[1]);
    await mayEnd;
    return readPlainly(...asked);
  };
  return { read, reads };
}

describe('changes that are read together', () => {
  it('are for each who asks those that it would have read alone', async () => {
    const question = fc.record({
      trend: fc.constantFrom(...trends),
      version: fc.constantFrom(1, 2),
      wanted: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
      first: fc.integer({ min: firstDay, max: asOfDay }),
      later: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(question, { maxLength: 20 }), fc.constantFrom(1, 2), async (questions, atOnceMax) => {
        const shared = sharedChanges(readPlainly, turns(atOnceMax));
        const answers = questions.map(async ({ trend, version, wanted, first, later }) => {
          if (later) await new Promise(setImmediate);
          return shared(trend, wanted, published(version), { first });
        });
        const alone = questions.map(({ trend, version, wanted, first }) =>
          readPlainly(trend, wanted, published(version), { first }),
        );
        expect(await Promise.all(answers)).toEqual(await Promise.all(alone));
      }),
    );
  });

  it('are read once for all who ask while others are read', async () => {
    const mayEnd = deferred();
    const { read, reads } = counted(mayEnd.promise);
    const shared = sharedChanges(read, turns(1));
    const ask = (id: string) => shared(productTrends, [id], published(1), { first: firstDay });
    const first = ask('1');
    await new Promise(setImmediate);
    const others = ['2', '3', '2'].map(ask);
    mayEnd.resolve();
    await Promise.all([first, ...others]);
    expect(reads).toEqual([['1'], ['2', '3']]);
  });

  it('are of so many entities at most', async () => {
    const mayEnd = deferred();
    const { read, reads } = counted(mayEnd.promise);
    const shared = sharedChanges(read, turns(1));
    const asked = Array.from({ length: 70 }, (_, id) =>
      shared(productTrends, [String(id)], published(1), { first: firstDay }),
    );
    mayEnd.resolve();
    await Promise.all(asked);
    expect(reads.map((each) => each.length)).toEqual([32, 32, 6]);
  });

  it('fail for all who asked, and are read anew for who asks next', async () => {
    let fails = true;
    const read: ReadChanges = async (...asked) => {
      if (fails) throw new Error('gone');
      return readPlainly(...asked);
    };
    const shared = sharedChanges(read, turns(1));
    const ask = () => shared(productTrends, ['1'], published(1), { first: asOfDay });
    expect(await Promise.allSettled([ask(), ask()])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
    fails = false;
    expect(await ask()).toHaveLength(1);
  });

  it('are given up where their turn does not come', async () => {
    const never = new Promise<void>(() => {});
    const { read } = counted(never);
    const shared = sharedChanges(read, turns(1, 20));
    const ask = (id: string) => shared(productTrends, [id], published(1), { first: firstDay });
    const asked = await Promise.allSettled([ask('1'), new Promise(setImmediate).then(() => ask('2'))]);
    expect(asked).toMatchObject([{ reason: { id: 'too-slow' } }, { reason: { id: 'too-slow' } }]);
  });
});
