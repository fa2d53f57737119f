import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frame, nearestDay, type TimeData, timeMarks } from '../../src/charts/time-chart.ts';

const frame: Frame = { widthPx: 640, heightPx: 240, leftPx: 52, rightPx: 14, topPx: 10, bottomPx: 26 };
const dayMs = 86_400_000;
const dayOf = (moment: number) => new Date(moment).toISOString().slice(0, 10);

const values = fc.option(fc.integer({ min: -1_000, max: 50_000_000 }), { freq: 6 });
const data: fc.Arbitrary<TimeData> = fc
  .record({
    first: fc.integer({ min: Date.UTC(2020, 0, 1) / dayMs, max: Date.UTC(2030, 0, 1) / dayMs }),
    count: fc.integer({ min: 1, max: 200 }),
    series: fc.integer({ min: 1, max: 5 }),
  })
  .chain(({ first, count, series }) =>
    fc
      .array(fc.array(values, { minLength: count, maxLength: count }), { minLength: series, maxLength: series })
      .map((all) => ({
        days: Array.from({ length: count }, (_, i) => dayOf((first + i) * dayMs)),
        series: all.map((each, i) => ({ name: `series ${i}`, values: each })),
      })),
  );

/** The places that a path goes to, and how often it begins anew. */
function placesOf(path: string) {
  const points = [...path.matchAll(/[ML]?(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({
    xPx: Number(x),
    yPx: Number(y),
  }));
  return { points, begins: path.match(/M/g)?.length ?? 0 };
}

describe('a chart of days', () => {
  it('stays within its frame, and goes from day to day', () => {
    fc.assert(
      fc.property(data, (given) => {
        const { lines, xPxs, dayTicks, valueTicks } = timeMarks(given, frame);
        expect(xPxs.toSorted((a, b) => a - b)).toEqual(xPxs);
        const places = [
          ...lines.flatMap(({ path, dots }) => [...placesOf(path).points, ...dots]),
          ...dayTicks.map(({ xPx }) => ({ xPx, yPx: frame.topPx })),
        ];
        for (const { xPx, yPx } of places) {
          expect(xPx).toBeGreaterThanOrEqual(frame.leftPx - 0.1);
          expect(xPx).toBeLessThanOrEqual(frame.widthPx - frame.rightPx + 0.1);
          expect(yPx).toBeGreaterThanOrEqual(frame.topPx - 0.1);
          expect(yPx).toBeLessThanOrEqual(frame.heightPx - frame.bottomPx + 0.1);
        }
        expect(valueTicks.map(({ value }) => value)).toContain(0);
        expect(dayTicks.length).toBeLessThanOrEqual(7);
        expect(dayTicks.at(-1)?.day).toBe(given.days.at(-1));
      }),
    );
  });

  it('shows every value that is known, and none of a day that is not', () => {
    fc.assert(
      fc.property(data, (given) => {
        const { lines } = timeMarks(given, frame);
        given.series.forEach(({ values }, i) => {
          const { points, begins } = placesOf(lines[i]?.path ?? '');
          const known = values.filter((value) => value !== null).length;
          const runs = values.filter((value, day) => value !== null && (values[day - 1] ?? null) === null).length;
          expect(points).toHaveLength(known);
          expect(begins).toBe(runs);
        });
      }),
    );
  });

  it('finds the day that is nearest to a place', () => {
    fc.assert(
      fc.property(data, fc.double({ min: 0, max: 640, noNaN: true }), (given, xPx) => {
        const marks = timeMarks(given, frame);
        const distances = marks.xPxs.map((each) => Math.abs(each - xPx));
        expect(distances[nearestDay(marks, xPx)]).toBe(Math.min(...distances));
      }),
    );
  });
});
