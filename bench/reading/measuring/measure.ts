import { runTask } from '../children.ts';
import type { Side } from '../sides/side.ts';
import { untilIdle } from './idle.ts';

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

/** Callers that are gone may have left a few slow requests to each connection. */
const idleSecondsMax = 120;

/** Warms a side up with the requests, then measures it with them. @throws Error when an answer is not a 200 */
export async function measure(side: Side, options: MeasureOptions): Promise<Measurement> {
  const { requests, connections, seconds, warmUpSeconds, logs } = options;
  const question = { url: side.url, headers: side.headers, requests, connections };
  await runTask('load', { ...question, seconds: warmUpSeconds }, logs);
  await untilIdle(side.processorSeconds, idleSecondsMax);
  const before = side.processorSeconds();
  const result = await runTask('load', { ...question, seconds }, logs);
  const after = side.processorSeconds();
  const memory = await side.memory();
  await untilIdle(side.processorSeconds, idleSecondsMax);
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
