import { expect, it } from 'vitest';
import { type DailyTime, dailyTime, dayIn, momentOn, nextMoment } from '../../src/kernel/daily-time.ts';

function time(text: string, zone: string): DailyTime {
  const found = dailyTime(text, zone);
  if (found === undefined) throw new Error(`${text} ${zone} is no time`);
  return found;
}

it.each([
  ['06:00', 'Asia/Jakarta', '2026-08-12', '2026-08-11T23:00:00.000Z'],
  ['23:59', 'UTC', '2026-08-12', '2026-08-12T23:59:00.000Z'],
  ['09:30', 'America/New_York', '2026-07-01', '2026-07-01T13:30:00.000Z'],
  ['09:30', 'America/New_York', '2026-12-01', '2026-12-01T14:30:00.000Z'],
  // Clocks go from 02:00 to 03:00.
  ['02:30', 'America/New_York', '2026-03-08', '2026-03-08T07:30:00.000Z'],
  // Clocks go from 02:00 back to 01:00.
  ['01:30', 'America/New_York', '2026-11-01', '2026-11-01T05:30:00.000Z'],
  ['00:00', 'Pacific/Kiritimati', '2026-08-12', '2026-08-11T10:00:00.000Z'],
])('%s in %s on %s is %s', (text, zone, day, expected) => {
  expect(new Date(momentOn(day, time(text, zone))).toISOString()).toBe(expected);
});

it.each(['24:00', '6:00', '06:60', '', '06:00:00'])('%j is no time of a day', (text) => {
  expect(dailyTime(text, 'UTC')).toBeUndefined();
});

it('a zone that the time zone database does not have is none', () => {
  expect(dailyTime('06:00', 'Asia/Atlantis')).toBeUndefined();
});

it('comes once on each day of the calendar of its zone, also where clocks change', () => {
  const daily = time('02:30', 'America/New_York');
  const days: string[] = [];
  for (let ms = Date.parse('2026-01-01T00:00:00Z'); days.length < 366; days.push(dayIn(daily.zone, ms)))
    ms = nextMoment(daily, ms);
  expect(new Set(days).size).toBe(366);
  expect(days).toEqual([...days].sort());
});

it('comes next after the moment that was given, and never at it', () => {
  const daily = time('06:00', 'UTC');
  const at = momentOn('2026-08-12', daily);
  expect([nextMoment(daily, at - 1), nextMoment(daily, at)]).toEqual([at, momentOn('2026-08-13', daily)]);
});
