import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Draws } from '../../bench/reading/requests/draws.ts';
import { mixes } from '../../bench/reading/requests/mixes.ts';
import type { Material } from '../../bench/reading/requests/question.ts';
import { questionOf, recordRequests } from '../../bench/reading/requests/record.ts';
import { drawSamples } from '../../bench/reading/requests/samples.ts';
import { keyText } from '../../packages/server/src/serving/page-query.ts';
import { type ReadingFixture, readingFixture, scale } from './reading-fixture.ts';

let fixture: ReadingFixture;
let material: Material;

beforeAll(async () => {
  fixture = await readingFixture();
  const samples = await drawSamples(fixture.engine, fixture.version);
  material = { samples, deepPages: { min: 1_000, max: 100_000 } };
});
afterAll(() => fixture.remove());

describe('a recorded request', () => {
  it.each(mixes)('of the mix $name is one that the catalogue takes, whatever the seed', ({ name, question }) => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), (seed) => {
        expect(questionOf(question(new Draws(seed, name), material)).query.pageSize).toBe(10);
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
    const record = (seed: number) => recordRequests(fixture.engine, fixture.version, { scale, seed, count: 5 });
    const first = await record(1);
    expect(await record(1)).toEqual(first);
    expect(await record(2)).not.toEqual(first);
  });
});
