import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkedRequest, questionOf } from '../../bench/reading/requests/checked-request.ts';
import { Draws } from '../../bench/reading/requests/draws.ts';
import { mixes } from '../../bench/reading/requests/mixes.ts';
import type { Material } from '../../bench/reading/requests/question.ts';
import { materialOf, recordRequests } from '../../bench/reading/requests/record.ts';
import { keyText } from '../../packages/server/src/serving/page-query.ts';
import { type ReadingFixture, readingFixture, scale } from './reading-fixture.ts';

let fixture: ReadingFixture;
let material: Material;

beforeAll(async () => {
  fixture = await readingFixture();
  material = await materialOf(fixture, 1);
});
afterAll(() => fixture.remove());

describe('a recorded request', () => {
  it.each(mixes)('of the mix $name is one that the catalogue takes, whatever the seed', ({ name, question }) => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), (seed) => {
        expect(checkedRequest(question(new Draws(seed, name), material)).endpoint.path).toMatch(/^\/v1\//);
      }),
      { numRuns: 300 },
    );
  });

  it('of a keyed list asks for a page that the list has, were it not filtered', () => {
    const lengths = new Map(
      material.samples.flatMap((each) => [...each.anyLists, ...each.longLists]).map(({ key, rows }) => [key, rows]),
    );
    const [, keyedAny] = mixes;
    const draws = new Draws(1, 'keyed-any');
    for (let i = 0; i < 1_000; i++) {
      const { query } = questionOf(keyedAny?.question(draws, material) ?? '');
      expect((query.pageNum - 1) * query.pageSize).toBeLessThan(lengths.get(keyText(query)) ?? 0);
    }
  });
});

describe('a recording', () => {
  it('is the same for the same rows and seed, and another for another seed', async () => {
    const record = (seed: number) => recordRequests(fixture, { scale, seed, count: 5 });
    const first = await record(1);
    expect(await record(1)).toEqual(first);
    expect(await record(2)).not.toEqual(first);
  });
});
