import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersOf } from '../../bench/reading/requests/answers.ts';
import { checkedRequest, questionOf } from '../../bench/reading/requests/checked-request.ts';
import { Draws } from '../../bench/reading/requests/draws.ts';
import { mixes } from '../../bench/reading/requests/mixes.ts';
import type { Material } from '../../bench/reading/requests/question.ts';
import { materialOf, recordRequests } from '../../bench/reading/requests/record.ts';
import { keyText } from '../../packages/server/src/serving/page-query.ts';
import { type ReadingFixture, readingFixture, scale } from './reading-fixture.ts';

let fixture: ReadingFixture;
let material: Material;
/** With deep pages that so few rows have. */
let smallMaterial: Material;

beforeAll(async () => {
  fixture = await readingFixture();
  material = await materialOf(fixture, 1);
  smallMaterial = await materialOf(fixture, scale);
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

/** Requests of a mix. */
function requestsOf(name: string, count: number): readonly string[] {
  const draws = new Draws(1, name);
  const mix = mixes.find((each) => each.name === name);
  return Array.from({ length: count }, () => mix?.question(draws, smallMaterial) ?? '');
}

describe('an answer', () => {
  it.each(mixes)('to a request of the mix $name has rows, of most of them', async ({ name }) => {
    const answer = answersOf(fixture);
    let answered = 0;
    for (const request of requestsOf(name, 16)) answered += (await answer(request)).count > 0 ? 1 : 0;
    expect(answered).toBeGreaterThan(8);
  });

  it('to a request for details has a row for each id', async () => {
    const answer = answersOf(fixture);
    for (const request of requestsOf('details', 16)) {
      const checked = checkedRequest(request);
      const ids = 'query' in checked ? checked.query.ids : undefined;
      expect((await answer(request)).count).toBe(ids?.length);
    }
  });

  it('to a request for a trend or for the first page of a ranking has rows', async () => {
    const answer = answersOf(fixture);
    const rankings = mixes.flatMap(({ distinct }) => distinct?.(material) ?? []);
    expect(rankings).toHaveLength(12);
    for (const request of [...requestsOf('trends', 12), ...rankings])
      expect((await answer(request)).count, request).toBeGreaterThan(0);
  });

  it('to a search for an id or a handle has rows', async () => {
    const answer = answersOf(fixture);
    const asked = requestsOf('search', 80);
    const byId = asked.filter((request) => /[?&]sk=(?:\d{19}|%40[\w.]+)&/.test(request));
    expect(byId.length).toBeGreaterThan(10);
    for (const request of byId) expect((await answer(request)).count, request).toBeGreaterThan(0);
  });
});

describe('a recording', () => {
  it('is the same for the same rows and seed, and another for another seed', async () => {
    const record = (seed: number) => recordRequests(fixture, { scale, seed, count: 3 });
    const first = await record(1);
    expect(await record(1)).toEqual(first);
    expect(await record(2)).not.toEqual(first);
  });
});
