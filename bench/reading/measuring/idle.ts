import { setTimeout as delay } from 'node:timers/promises';

const lookMs = 250;
const idleShare = 0.1;
const idleLooks = 4;

/**
 * Waits until something has finished what it does by itself: a server that still builds what it will serve from, or
 * works on requests whose callers are gone.
 *
 * @param processorSeconds processor time used so far; undefined when it cannot be seen, and then there is no wait.
 * @param secondsMax when to go on all the same.
 */
export async function untilIdle(processorSeconds: () => number | undefined, secondsMax: number): Promise<void> {
  const endMs = performance.now() + secondsMax * 1000;
  let idle = 0;
  for (let before = processorSeconds(); idle < idleLooks && performance.now() < endMs; ) {
    await delay(lookMs);
    const now = processorSeconds();
    if (now === undefined || before === undefined) return;
    idle = (now - before) * 1000 <= lookMs * idleShare ? idle + 1 : 0;
    before = now;
  }
}
