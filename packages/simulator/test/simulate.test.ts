import { createHash } from 'node:crypto';
import { simulate, simulateWithTruth } from '@vitrine/simulator';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf, observationsOf, SMALL, textsOf } from './reading.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the same options give the same bytes', () => {
  test('twice in one process', () => {
    expect(textsOf(SMALL)).toEqual(textsOf(SMALL));
  });

  test('on every machine: the bytes of one run are known beforehand', () => {
    const { observations, truth } = textsOf({ products: 40, days: 12, seed: 3, endDate: '2026-08-31' });
    expect({ observations: sha256(observations), truth: sha256(truth) }).toMatchInlineSnapshot(`
      {
        "observations": "75a46c06ed5f1c4afd0edbc4982d2d1508714ebc3a64fbe4706e8fa086b079f1",
        "truth": "0e97064509d8730a65e88e88ad7d75931c00aff9398ad0a1a2415c7c1d593f7d",
      }
    `);
  });

  test('another seed gives other bytes', () => {
    expect(textsOf({ ...SMALL, seed: 12 }).observations).not.toEqual(textsOf(SMALL).observations);
  });

  test('with and without the truth the observations are the same', () => {
    expect(Buffer.concat([...simulate(SMALL)]).toString('utf8')).toEqual(textsOf(SMALL).observations);
  });
});

describe('a run is the sum of its days', () => {
  const small = { products: 60, days: 30, seed: 5, endDate: '2026-11-20', gapChance: 0.4, correctionChance: 0.4 };
  const whole = daysOf(textsByDay(small));

  test('days i to j written alone are days i to j of the whole run, in both streams', () => {
    fc.assert(
      fc.property(fc.nat(29), fc.nat(29), (a, b) => {
        const [fromDay, toDay] = [Math.min(a, b), Math.max(a, b)];
        expect(daysOf(textsByDay({ ...small, fromDay, toDay }))).toEqual(whole.slice(fromDay, toDay + 1));
      }),
      { numRuns: 25 },
    );
  });

  test('every line of a chunk belongs to the day of the chunk, and the days come in order', () => {
    expect(whole.map(([date]) => date)).toEqual(whole.map(([date]) => date).toSorted());
    expect(whole.length).toBe(30);
    const days = observationsOf(small)
      .filter((row) => row['kind'] !== 'fx')
      .map(dayOf);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
  });

  test('the last day is the end date', () => {
    expect(whole.at(-1)?.[0]).toBe('2026-11-20');
  });
});

test('a chunk is whole lines', () => {
  for (const bytes of simulate({ ...SMALL, products: 400, days: 5 })) {
    expect(Buffer.from(bytes).at(-1)).toBe('\n'.charCodeAt(0));
  }
});

function textsByDay(
  options: Parameters<typeof simulate>[0],
): ReadonlyMap<string, Record<'observations' | 'truth', string>> {
  const days = new Map<string, Record<'observations' | 'truth', string>>();
  for (const { stream, date, bytes } of simulateWithTruth(options)) {
    const day = days.get(date) ?? { observations: '', truth: '' };
    day[stream] += Buffer.from(bytes).toString('utf8');
    days.set(date, day);
  }
  return days;
}

function daysOf<T>(days: ReadonlyMap<string, T>): readonly (readonly [string, T])[] {
  return [...days.entries()];
}
