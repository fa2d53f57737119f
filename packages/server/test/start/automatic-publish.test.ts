import { expect, it, vi } from 'vitest';
import { ApiError, errors } from '../../src/kernel/errors.ts';
import { createLogger } from '../../src/kernel/logger.ts';
import { type AutomaticPublishParts, publishAutomatically } from '../../src/start/automatic-publish.ts';
import { steppedTime } from './stepped-time.ts';

/** What a server has, of which each publish ends when the test says so. */
function parts(publishWhen: AutomaticPublishParts['config']['publishWhen']) {
  const listeners: (() => void)[] = [];
  const ends: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const lines: string[] = [];
  const served = { version: 1, watermark: 1, outdated: 0 };
  const batches = { next: 1 };
  const publish = vi.fn(
    () =>
      new Promise((resolve, reject) => {
        const watermark = batches.next;
        ends.push({
          reject,
          resolve: () => resolve(Object.assign(served, { version: served.version + 1, watermark })),
        });
      }),
  );
  const vitrine = {
    audit: { begin: async () => 1, end: async () => {} },
    config: { publishWhen },
    changesSettled: async () => {},
    ingestion: { batches: { watermark: async () => batches.next } },
    onIngested: (listener: () => void) => listeners.push(listener),
    publish,
    versions: { current: async () => served },
  } as unknown as AutomaticPublishParts;
  const ingest = () => {
    batches.next += 1;
    for (const listener of listeners) listener();
  };
  const begun = (count: number) => expect.poll(() => ends.length).toBe(count);
  const logger = createLogger({ destination: { write: (line) => lines.push(line) } });
  return { vitrine, publish, ingest, ends, begun, lines, logger };
}

it('batches that come while a publish runs share one that follows it', async () => {
  const { vitrine, publish, ingest, ends, begun, logger } = parts('after-ingest');
  const automatic = publishAutomatically(vitrine, logger, steppedTime('2026-08-12T00:00:00Z'));
  for (let batch = 0; batch < 3; batch++) ingest();
  await begun(1);
  for (let batch = 0; batch < 3; batch++) ingest();
  ends[0]?.resolve();
  await begun(2);
  ends[1]?.resolve();
  await automatic?.close();
  expect(publish).toHaveBeenCalledTimes(2);
});

it('what came in during an operator’s publish is published after it', async () => {
  const { vitrine, publish, ingest, ends, begun, logger, lines } = parts('after-ingest');
  const automatic = publishAutomatically(vitrine, logger, steppedTime('2026-08-12T00:00:00Z'));
  ingest();
  await begun(1);
  ends[0]?.reject(new ApiError(errors.publishRunning, {}));
  await begun(2);
  ends[1]?.resolve();
  await automatic?.close();
  expect(publish).toHaveBeenCalledTimes(2);
  expect(lines.filter((line) => line.includes('cannot publish'))).toEqual([]);
});

it('a publish that fails is logged, and the next batch is published all the same', async () => {
  const { vitrine, ingest, ends, begun, logger, lines } = parts('after-ingest');
  const automatic = publishAutomatically(vitrine, logger, steppedTime('2026-08-12T00:00:00Z'));
  ingest();
  await begun(1);
  ends[0]?.reject(new Error('the disk is full'));
  await expect.poll(() => lines.join()).toContain('the disk is full');
  ingest();
  await begun(2);
  ends[1]?.resolve();
  await automatic?.close();
});

it('publishes every day at its time if anything is new, and not again after a restart', async () => {
  const { vitrine, publish, ingest, ends, begun, logger } = parts({ hour: 6, minute: 30, zone: 'UTC' });
  const time = steppedTime('2026-08-12T06:00:00Z');
  const automatic = publishAutomatically(vitrine, logger, time);
  await time.passTo('2026-08-12T06:31:00Z');
  expect(publish).toHaveBeenCalledTimes(0);
  ingest();
  const passed = time.passTo('2026-08-12T06:32:00Z');
  await begun(1);
  ends[0]?.resolve();
  await passed;
  await automatic?.close();
  const restarted = steppedTime('2026-08-12T12:00:00Z');
  const again = publishAutomatically(vitrine, logger, restarted);
  await restarted.passTo('2026-08-12T12:01:00Z');
  await again?.close();
  expect(publish).toHaveBeenCalledTimes(1);
});

it('nothing is published by itself unless the configuration says so', () => {
  const { vitrine, logger } = parts('manual');
  expect(publishAutomatically(vitrine, logger, steppedTime('2026-08-12T00:00:00Z'))).toBeUndefined();
});
