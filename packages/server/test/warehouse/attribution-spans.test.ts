import { describe, expect, it } from 'vitest';
import { attributionSpans } from '../../src/warehouse/publish/attribution-spans.ts';

const monday = (week: number) => 20_454 + week * 7;
const weeks = (...rows: readonly number[]) =>
  rows.map((each, week) => ({ week: monday(week), rows: each, sold: 0, known: 0 }));
const span = (from: number, to: number, buckets = 1) => ({ firstDay: monday(from), lastDay: monday(to) + 6, buckets });

describe('the days a publish splits in one go', () => {
  it('are those of small weeks together, 63 at most', () => {
    expect(attributionSpans(weeks(...Array.from({ length: 14 }, () => 1_000)))).toEqual([span(0, 8), span(9, 13)]);
  });

  it('have no week between them that is not asked for, whose rows would be read too', () => {
    const sparse = [0, 8, 9].map((week) => ({ week: monday(week), rows: 0, sold: 0, known: 0 }));
    expect(attributionSpans(sparse)).toEqual([span(0, 0), span(8, 9)]);
  });

  it('are one week where much was sold, whatever traffic there was', () => {
    const sold = [0, 1].map((week) => ({ week: monday(week), rows: 10, sold: 600_000, known: 0 }));
    expect(attributionSpans(sold)).toEqual([span(0, 0), span(1, 1)]);
  });

  it('are one week where there are many rows, in as many buckets as memory wants', () => {
    expect(attributionSpans(weeks(900_000, 200_000, 13_000_000, 5))).toEqual([
      span(0, 0),
      span(1, 1),
      span(2, 2, 3),
      span(3, 3),
    ]);
  });

  it('are none where nothing is to be split', () => {
    expect(attributionSpans([])).toEqual([]);
  });
});
