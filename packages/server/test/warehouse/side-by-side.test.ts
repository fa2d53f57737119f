import { expect, it } from 'vitest';
import { sideBySide } from '../../src/warehouse/publish/side-by-side.ts';
import { deferred } from '../surfaces/http/held-reader.ts';

/** Pieces of work that end when they are told to, and what of them has begun. */
function held(count: number) {
  const begun: number[] = [];
  const ends = Array.from({ length: count }, () => deferred());
  const works = ends.map(({ promise }, place) => () => {
    begun.push(place);
    return promise;
  });
  return { begun, ends, works };
}

const turn = () => new Promise(setImmediate);

it('runs two at a time, in their order', async () => {
  const { begun, ends, works } = held(3);
  const all = sideBySide(works);
  await turn();
  expect(begun).toEqual([0, 1]);
  ends[1]?.resolve();
  await turn();
  expect(begun).toEqual([0, 1, 2]);
  for (const { resolve } of ends) resolve();
  await all;
});

it('begins none after one that fails, and waits for the one beside it', async () => {
  const { begun, ends, works } = held(3);
  let hasEnded = false;
  const failing = async () => {
    throw new Error('gone');
  };
  const all = sideBySide([failing, ...works]).finally(() => {
    hasEnded = true;
  });
  all.catch(() => {});
  await turn();
  expect([begun, hasEnded]).toEqual([[0], false]);
  ends[0]?.resolve();
  await expect(all).rejects.toThrow('gone');
  expect(begun).toEqual([0]);
});
