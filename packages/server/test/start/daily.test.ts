import { expect, it, vi } from 'vitest';
import { daily } from '../../src/start/daily.ts';
import { steppedTime } from './stepped-time.ts';

const morning = { hour: 6, minute: 0, zone: 'Asia/Jakarta' };

it('work is done once a day, when its time has come in its zone', async () => {
  const time = steppedTime('2026-08-11T22:59:00Z');
  const done: string[] = [];
  const isDue = (day: string) => !done.includes(day);
  const work = async (day: string) => void done.push(day);
  const schedule = daily(morning, { isDue, work }, time);
  await time.passTo('2026-08-11T22:59:59Z');
  expect(done).toEqual([]);
  for (const moment of ['2026-08-11T23:00:00Z', '2026-08-12T09:00:00Z', '2026-08-12T22:59:59Z'])
    await time.passTo(moment);
  expect(done).toEqual(['2026-08-12']);
  await time.passTo('2026-08-12T23:00:01Z');
  expect(done).toEqual(['2026-08-12', '2026-08-13']);
  await schedule.close();
});

it('work whose time has passed is done at once if it is due, and not otherwise', async () => {
  const work = vi.fn(async () => {});
  for (const isDue of [true, false]) {
    const schedule = daily(
      morning,
      { isDue: () => isDue && work.mock.calls.length === 0, work },
      steppedTime('2026-08-12T09:00:00Z'),
    );
    await schedule.close();
  }
  expect(work).toHaveBeenCalledTimes(1);
});

it('work under way is told to stop, and waited for', async () => {
  let isOver = false;
  const work = async (_day: string, signal: AbortSignal) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    isOver = true;
  };
  const schedule = daily(morning, { isDue: () => true, work }, steppedTime('2026-08-12T09:00:00Z'));
  await Promise.resolve();
  await schedule.close();
  expect(isOver).toBe(true);
});
