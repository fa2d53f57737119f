import { describe, expect, it } from 'vitest';
import { KeptRankings } from '../../../src/serving/rankings/kept-rankings.ts';
import { Ranking } from '../../../src/serving/rankings/ranking.ts';
import { deferred } from '../../surfaces/http/held-reader.ts';

/** A ranking of about as many kilobytes. */
function ranking(kilobytes: number): Ranking {
  return new Ranking(Buffer.alloc(kilobytes * 1000), []);
}

/** Keeps rankings by their names, and remembers how often each was made. */
function keeping(bytesMax: number) {
  const kept = new KeptRankings(bytesMax);
  const made: string[] = [];
  const get = (name: string, kilobytes = 10) =>
    kept.get(name, async () => {
      made.push(name);
      return ranking(kilobytes);
    });
  return { kept, made, get };
}

describe('rankings that are kept', () => {
  it('are made once for all who ask at a time', async () => {
    const { kept } = keeping(1_000_000);
    const mayBeMade = deferred();
    let made = 0;
    const make = async () => {
      made++;
      await mayBeMade.promise;
      return ranking(1);
    };
    const asked = [kept.get('a', make), kept.get('a', make), kept.get('a', make)];
    mayBeMade.resolve();
    const rankings = await Promise.all(asked);
    expect([made, new Set(rankings).size]).toEqual([1, 1]);
  });

  it('take no more memory than they may: the one that was asked for longest ago goes first', async () => {
    const { made, get } = keeping(25_000);
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await get(name);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  it('are counted also where they have no places', async () => {
    const { made, get } = keeping(10_000);
    for (let name = 0; name < 20; name++) await get(String(name), 0);
    await get('0', 0);
    expect(made.at(-1)).toBe('0');
  });

  it('are not kept where one is larger than all may be, and others stay usable', async () => {
    const { made, get } = keeping(25_000);
    for (const [name, size] of [
      ['a', 100],
      ['a', 100],
      ['b', 1],
      ['b', 1],
    ] as const)
      await get(name, size);
    expect(made).toEqual(['a', 'a', 'b']);
  });

  it('are made anew after a failure', async () => {
    const { kept, made, get } = keeping(25_000);
    await expect(kept.get('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await get('a');
    expect(made).toEqual(['a']);
  });
});
