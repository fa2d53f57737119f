import type { BenchOptions } from '../reading/arguments.ts';
import { makeRows, record } from '../reading/bench.ts';
import { runTask } from '../reading/children.ts';
import { measure, type Question, warmUp } from '../reading/measuring/measure.ts';
import type { Running } from '../reading/running.ts';
import type { Side } from '../reading/sides/side.ts';
import { openVitrineSide } from '../reading/sides/vitrine.ts';
import type { SoakOptions } from './arguments.ts';

const connections = 16;
const warmUpSeconds = 10;
const peakSeconds = 30;
const shareOfPeak = 0.8;
const sampleMs = 5_000;

/** What was seen in one minute. */
export interface Minute {
  readonly answersPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Median of what the process held, bytes. */
  readonly residentBytes: number;
  /** What was not a 200, in words; undefined: nothing. */
  readonly error: string | undefined;
}

export interface SoakResult {
  /** Answers a second when asked for as many as there can be. */
  readonly peakPerSecond: number;
  readonly heldPerSecond: number;
  readonly minutes: readonly Minute[];
}

/** Finds out what the server answers at most of a day's mix, and holds four fifths of that for some minutes. */
export async function runSoak(soak: Running<SoakOptions>): Promise<SoakResult> {
  const { options, work, say } = soak;
  const bench = { options: benchOptions(options), work, databaseUrl: undefined, say, opened: soak.opened };
  await makeRows(bench);
  const [recording] = await record(bench);
  if (recording === undefined) throw new TypeError('there is no mix of that name');
  const side = await openVitrineSide(work.dataDirectory, work.logs);
  soak.opened(side);
  const question = { requests: recording.requests, connections, logs: work.logs };
  say(`looking for the peak of "${recording.title}"`);
  await warmUp(side, question, warmUpSeconds);
  const { answersPerSecond: peakPerSecond } = await measure(side, question, peakSeconds);
  const heldPerSecond = Math.floor(peakPerSecond * shareOfPeak);
  const minutes: Minute[] = [];
  for (let minute = 1; minute <= options.minutes; minute++) {
    minutes.push(await hold(side, question, heldPerSecond));
    say(`minute ${minute} of ${options.minutes}: ${JSON.stringify(minutes.at(-1))}`);
  }
  const result = { peakPerSecond, heldPerSecond, minutes };
  work.write('soak', result);
  return result;
}

function benchOptions({ scale, keep }: SoakOptions): BenchOptions {
  return { scale, keep, seconds: peakSeconds, sides: ['vitrine'], mix: 'day', profile: undefined };
}

async function hold(side: Side, { requests, logs }: Question, ratePerSecond: number): Promise<Minute> {
  const { url, headers } = side;
  const samples: number[] = [];
  const sample = async () => samples.push((await side.memory())?.residentBytes ?? 0);
  const timer = setInterval(sample, sampleMs);
  try {
    const load = { url, headers, requests, connections, seconds: 60, ratePerSecond };
    const { answers, seconds, p50Ms, p99Ms } = await runTask('load', load, logs);
    const residentBytes = median(samples);
    return { answersPerSecond: answers / seconds, p50Ms, p99Ms, residentBytes, error: undefined };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { answersPerSecond: 0, p50Ms: 0, p99Ms: 0, residentBytes: median(samples), error: said };
  } finally {
    clearInterval(timer);
  }
}

/** Of an even number the upper one; of nothing 0. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
