import { runTask } from '../children.ts';
import type { Side } from '../sides/side.ts';
import { untilIdle } from './idle.ts';
import type { LoadResult } from './load-options.ts';
import { machineSeconds } from './processes.ts';

/** What a side did with the requests of one mix. Undefined is what could not be seen. */
export interface Measurement {
  readonly answersPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly processorMsPerAnswer: number | undefined;
  readonly residentBytes: number | undefined;
  readonly anonymousBytes: number | undefined;
  /** Share of a processor that the load generator took. */
  readonly generatorShare: number;
  /** Processors that were busy with something else altogether. */
  readonly othersShare: number | undefined;
}

/** Requests, and how they are sent. */
export interface Question {
  readonly requests: readonly string[];
  readonly connections: number;
  /** Requests a second of all connections together; absent: as many as are answered. */
  readonly ratePerSecond?: number;
  readonly logs: string;
}

/** Callers that are gone may have left a few slow requests to each connection. */
const idleSecondsMax = 120;

/** Sends a side the requests without looking at what comes of it. @throws Error when an answer is not a 200 */
export async function warmUp(side: Side, question: Question, seconds: number): Promise<void> {
  await send(side, question, seconds);
  await untilIdle(side.processorSeconds, idleSecondsMax);
}

/** Measures a side, and waits until nothing of it is under way. @throws Error when an answer is not a 200 */
export async function measure(side: Side, question: Question, seconds: number): Promise<Measurement> {
  const before = usage(side);
  const result = await send(side, question, seconds);
  const after = usage(side);
  const memory = await side.memory();
  await untilIdle(side.processorSeconds, idleSecondsMax);
  const used = before.side === undefined || after.side === undefined ? undefined : after.side - before.side;
  const others = used && after.machine - before.machine - used - result.processorSeconds;
  return {
    answersPerSecond: result.answers / result.seconds,
    p50Ms: result.p50Ms,
    p99Ms: result.p99Ms,
    processorMsPerAnswer: used && (used * 1000) / result.answers,
    residentBytes: memory?.residentBytes,
    anonymousBytes: memory?.anonymousBytes,
    generatorShare: result.generatorShare,
    othersShare: others && Math.max(0, others / (after.atSeconds - before.atSeconds)),
  };
}

function send({ url, headers }: Side, { logs, ...question }: Question, seconds: number): Promise<LoadResult> {
  return runTask('load', { url, headers, ...question, seconds }, logs);
}

function usage(side: Side) {
  return { side: side.processorSeconds(), machine: machineSeconds(), atSeconds: performance.now() / 1000 };
}

/** The median of each figure by itself; of an even number the upper one. */
export function medians(rounds: readonly Measurement[]): Measurement {
  const [first] = rounds;
  if (first === undefined) throw new RangeError('there is no median of nothing');
  const names = Object.keys(first) as (keyof Measurement)[];
  return Object.fromEntries(
    names.map((name) => [name, median(rounds.map((round) => round[name]))]),
  ) as unknown as Measurement;
}

function median(values: readonly (number | undefined)[]): number | undefined {
  const sorted = values.filter((value) => value !== undefined).toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
