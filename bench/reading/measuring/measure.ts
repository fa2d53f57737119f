import { setTimeout as delay } from 'node:timers/promises';
import { runTask } from '../children.ts';
import type { Side } from '../sides/side.ts';

/** What a side did with the requests of one mix. Undefined is what could not be seen. */
export interface Measurement {
  readonly answers: number;
  readonly answersPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly processorMsPerAnswer: number | undefined;
  readonly residentBytes: number | undefined;
  readonly anonymousBytes: number | undefined;
  /** Share of a processor that the load generator took. */
  readonly generatorShare: number;
}

export interface MeasureOptions {
  readonly requests: readonly string[];
  readonly connections: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly logs: string;
}

/** Warms a side up with the requests, then measures it with them. @throws Error when an answer is not a 200 */
export async function measure(side: Side, options: MeasureOptions): Promise<Measurement> {
  const { requests, connections, seconds, warmUpSeconds, logs } = options;
  const question = { url: side.url, headers: side.headers, requests, connections };
  await runTask('load', { ...question, seconds: warmUpSeconds }, logs);
  await settled(side);
  const before = side.processorSeconds();
  const result = await runTask('load', { ...question, seconds }, logs);
  const after = side.processorSeconds();
  const memory = await side.memory();
  await settled(side);
  const { answers, p50Ms, p99Ms, generatorShare } = result;
  return {
    answers,
    answersPerSecond: answers / result.seconds,
    p50Ms,
    p99Ms,
    processorMsPerAnswer: before === undefined || after === undefined ? undefined : ((after - before) * 1000) / answers,
    residentBytes: memory?.residentBytes,
    anonymousBytes: memory?.anonymousBytes,
    generatorShare,
  };
}

const lookMs = 200;
const idleSeconds = 0.02;
const looksMax = 300;

/** Waits until a side has finished what was still under way when the load ended, so that the next one has the machine. */
async function settled(side: Side): Promise<void> {
  let before = side.processorSeconds();
  for (let look = 0; look < looksMax; look++) {
    await delay(lookMs);
    const now = side.processorSeconds();
    if (now === undefined || before === undefined || now - before <= idleSeconds) return;
    before = now;
  }
}
