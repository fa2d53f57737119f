import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarMonthStart, monthAround } from '../../../../src/access/credits/ledger/months.ts';

const moment = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) });

describe('months', () => {
  it('hold every moment once, one after the other', () => {
    fc.assert(
      fc.property(moment, moment, (anchor, at) => {
        const { startsAt, endsAt } = monthAround(anchor, at);
        expect(startsAt).toBeLessThanOrEqual(at);
        expect(endsAt).toBeGreaterThan(at);
        expect(monthAround(anchor, endsAt).startsAt).toBe(endsAt);
        expect(monthAround(anchor, startsAt - 1).endsAt).toBe(startsAt);
        expect(monthAround(anchor, anchor).startsAt).toBe(anchor);
      }),
    );
  });

  it('of the calendar begin on the first at midnight UTC', () => {
    const anchor = calendarMonthStart(Date.UTC(2026, 10, 21, 13, 5));
    expect(anchor).toBe(Date.UTC(2026, 10, 1));
    const month = { startsAt: Date.UTC(2026, 11, 1), endsAt: Date.UTC(2027, 0, 1) };
    expect(monthAround(anchor, Date.UTC(2026, 11, 31, 23, 59, 59, 999))).toEqual(month);
  });

  it('counted from the 31st begin on the last day where there is no 31st', () => {
    const anchor = Date.UTC(2027, 0, 31, 8);
    const inFebruary = { startsAt: Date.UTC(2027, 1, 28, 8), endsAt: Date.UTC(2027, 2, 31, 8) };
    expect(monthAround(anchor, Date.UTC(2027, 2, 1))).toEqual(inFebruary);
    expect(monthAround(anchor, Date.UTC(2028, 1, 29, 8)).startsAt).toBe(Date.UTC(2028, 1, 29, 8));
  });
});
