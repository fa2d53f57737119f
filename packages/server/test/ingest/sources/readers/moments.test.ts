import { describe, expect, test } from 'vitest';
import {
  dayBeforeUpdate,
  endOfDay,
  epochSeconds,
  localDay,
  localMoment,
  localSeconds,
  moment,
} from '../../../../src/ingest/sources/readers/moments.ts';
import { read, unread } from './read.ts';

describe('moments', () => {
  test.each([
    [20260811, '2026-08-11T23:59:59Z'],
    ['20260811', '2026-08-11T23:59:59Z'],
    ['2026-08-11', '2026-08-11T23:59:59Z'],
    ['2026-02-30', unread],
    [0, undefined],
  ])('the day of %j ends at %j', (value, expected) => expect(read(endOfDay(), value)).toEqual(expected));

  test('what is updated at midnight states the day before', () => {
    expect(read(dayBeforeUpdate(), 1786492800)).toBe('2026-08-11T23:59:59Z');
  });

  test.each([
    [1786300000, 1786300000],
    ['1786300000', 1786300000],
    [1786300000123, 1786300000],
    ['2026-08-12T00:00:00Z', 1786492800],
    [0, undefined],
    ['yesterday', unread],
  ])('%j is %j in epoch seconds', (value, expected) => expect(read(epochSeconds(), value)).toEqual(expected));

  test('a moment keeps its zone, and one without is not read', () => {
    expect(read(moment(), '2026-08-12T07:00:00+07:00')).toBe('2026-08-12T00:00:00Z');
    expect(read(moment(), '2026-08-12T07:00:00')).toBe(unread);
  });

  test.each([
    ['31/03/2026 21:09:23', 'day-first', 'Asia/Jakarta', '2026-03-31T14:09:23Z'],
    ['03/01/2026 10:00:00 PM', 'month-first', 'America/New_York', '2026-03-02T03:00:00Z'],
    ['2026-08-12 19:02', 'day-first', 'Asia/Bangkok', '2026-08-12T12:02:00Z'],
    ['2026-07-01 00:00', 'day-first', 'Europe/London', '2026-06-30T23:00:00Z'],
  ] as const)('%s, %s, in %s is %s', (value, order, zone, expected) => {
    expect(read(localMoment(order)(), value, { told: { zone } })).toBe(expected);
    expect(read(localSeconds(order)(), value, { told: { zone } })).toBe(Date.parse(expected) / 1000);
  });

  test('the zone is that of the country, or asked for where a country has several', () => {
    expect(read(localMoment('day-first')(), '12/08/2026 07:00', { told: { region: 'TH' } })).toBe(
      '2026-08-12T00:00:00Z',
    );
    expect(read(localMoment('day-first')(), '12/08/2026 07:00', { told: { region: 'US' } })).toBe('zone');
  });

  test('the day of a local time is that of the calendar there', () => {
    expect(read(localDay('day-first')(), '31/03/2026 23:59:59')).toBe('2026-03-31');
    expect(read(localDay('day-first')(), '31/13/2026')).toBe(unread);
  });
});
