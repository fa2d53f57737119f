import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstDateOf, periodFrom, periodKindOf } from '../../../src/serving/rankings/period.ts';
import { dateOf, dayOf } from '../../../src/warehouse/day.ts';

const dates = fc.integer({ min: dayOf('1960-01-01'), max: dayOf('2100-12-31') }).map(dateOf);
const kinds = fc.constantFrom('day', 'week', 'month' as const);

describe('a period', () => {
  it('has the date by which it is found, and begins where it says', () => {
    fc.assert(
      fc.property(kinds, dates, (kind, date) => {
        const first = firstDateOf(kind, date);
        const { firstDay, lastDay } = periodFrom(kind, first);
        expect([dayOf(date) >= firstDay, dayOf(date) <= lastDay]).toEqual([true, true]);
        expect([dateOf(firstDay), firstDateOf(kind, dateOf(lastDay))]).toEqual([first, first]);
      }),
    );
  });

  it('is followed by the next one', () => {
    fc.assert(
      fc.property(kinds, dates, (kind, date) => {
        const next = dateOf(periodFrom(kind, firstDateOf(kind, date)).lastDay + 1);
        expect(firstDateOf(kind, next)).toBe(next);
      }),
    );
  });

  it('is a day, a week from Monday on, or a month of the calendar', () => {
    expect(['day', 'week', 'month'].map((kind) => firstDateOf(kind as 'day', '2026-03-01'))).toEqual([
      '2026-03-01',
      '2026-02-23',
      '2026-03-01',
    ]);
    expect(dateOf(periodFrom('month', '2024-02-01').lastDay)).toBe('2024-02-29');
    expect(dateOf(periodFrom('month', '2026-12-01').lastDay)).toBe('2026-12-31');
    expect(['1', '2', '3'].map(periodKindOf)).toEqual(['day', 'week', 'month']);
    expect(() => periodKindOf('4')).toThrow('expected 1, 2 or 3');
  });
});
