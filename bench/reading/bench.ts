import { availableParallelism, totalmem } from 'node:os';
import type { BenchOptions } from './arguments.ts';
import { runTask } from './children.ts';
import { makingFingerprint } from './fingerprint.ts';
import { amountsOf } from './making/amounts.ts';
import type { RowCounts } from './making/make.ts';
import { askOnce, type ColdAnswers } from './measuring/cold.ts';
import { compareAnswers } from './measuring/compare.ts';
import { generatorName } from './measuring/load.ts';
import { type Measurement, measure, medians, warmUp } from './measuring/measure.ts';
import type { Recording } from './requests/record.ts';
import type { MixResult, Results } from './results.ts';
import type { Running } from './running.ts';
import { openFloorSide } from './sides/floor.ts';
import { openPostgresSide } from './sides/postgres.ts';
import type { Side, SideName } from './sides/side.ts';
import { openVitrineSide } from './sides/vitrine.ts';

const connections = 16;
const requestsPerMix = 10_000;
const seed = 1;
/** In how many parts the seconds of a mix are cut; what is told are medians. */
const rounds = 3;
/** Of each mix, how many answers are compared before anything is measured. */
const comparedPerMix = 200;
/** What the product serves from may take half of what is free, so that has to be there twice. */
const bytesAtFullScale = 77 * 2 ** 30;
const peerBytesAtFullScale = 53 * 2 ** 30;
/** One page alone needs less time than a mix. */
const onePageSecondsMax = 6;

export interface Bench extends Running<BenchOptions> {
  /** A PostgreSQL server that is given; undefined: one of our own. */
  readonly databaseUrl: string | undefined;
}

/** Makes the rows, loads them into the sides, compares their answers, measures, and keeps the results as JSON. */
export async function runBench(bench: Bench): Promise<Results> {
  const { options, work } = bench;
  const rows = await makeRows(bench);
  const recordings = await record(bench);
  const sides = await openSides(bench, rows, recordings);
  const cold = await askCold(bench, sides, recordings);
  await compareSides(bench, sides, recordings);
  const mixes: MixResult[] = [];
  for (const recording of recordings) {
    const coldAnswers = cold.get(recording.mix);
    mixes.push({ ...(await measureMix(bench, sides, recording)), ...(coldAnswers && { cold: coldAnswers }) });
  }
  const about = Object.fromEntries(sides.map((side) => [side.name, side.about]));
  const results = { ...conditions(options, rows.counts), about, mixes, diskBytes: await diskOf(sides) };
  work.write('results', results);
  return results;
}

interface MadeRows {
  readonly counts: RowCounts;
  /** Tells them from rows of another scale or made in another way. */
  readonly mark: string;
}

/** Rows in the data directory, made or still there from before. */
export async function makeRows({ options, work, say }: Bench): Promise<MadeRows> {
  const { scale, sides } = options;
  const { dataDirectory, logs } = work;
  const made = makingFingerprint();
  say(`making rows at scale ${scale}`);
  const counts = await work.remembered('rows', { scale, made }, () => {
    work.requireSpace((bytesAtFullScale + (sides.includes('postgres') ? peerBytesAtFullScale : 0)) * scale);
    return runTask('make', { dataDirectory, amounts: amountsOf(scale) }, logs);
  });
  return { counts, mark: `scale ${scale} ${made}` };
}

/** The requests of the mixes that are wanted. */
export async function record({ options, work, say }: Bench): Promise<readonly Recording[]> {
  const { scale, mix: only } = options;
  say('recording requests');
  const task = { dataDirectory: work.dataDirectory, scale, seed, count: requestsPerMix };
  const recordings = await runTask('record', task, work.logs);
  work.write('requests', recordings);
  return recordings.filter(({ mix }) => isWanted(mix, only));
}

function isWanted(mix: string, only: string | undefined): boolean {
  return only === undefined || mix === only || (only === 'page' && mix.startsWith('page-'));
}

/** PostgreSQL first: it is filled from the directory that only one process at a time can open. */
async function openSides(
  bench: Bench,
  { mark: rowsMark }: MadeRows,
  recordings: readonly Recording[],
): Promise<readonly Side[]> {
  const { options, work, databaseUrl } = bench;
  const { dataDirectory, postgresDirectory: directory, logs } = work;
  const sides: Side[] = [];
  const open = async (name: SideName, start: () => Promise<Side>) => {
    if (!options.sides.includes(name)) return;
    bench.say(`opening ${name}`);
    const side = await start();
    bench.opened(side);
    sides.push(side);
  };
  const keep = options.keep !== undefined;
  const postgres = { databaseUrl, directory, dataDirectory, logs, keep, rowsMark };
  if (recordings.some(({ hasPeer }) => hasPeer)) await open('postgres', () => openPostgresSide(postgres, bench.opened));
  await open('vitrine', () => openVitrineSide(dataDirectory, logs, options.profile));
  return sides.toReversed();
}

/** What has to be worked out the first time it is asked for is asked for before anything else. */
async function askCold(
  { say }: Bench,
  sides: readonly Side[],
  recordings: readonly Recording[],
): Promise<ReadonlyMap<string, ColdAnswers>> {
  const vitrine = sides.find(({ name }) => name === 'vitrine');
  const cold = new Map<string, ColdAnswers>();
  for (const { mix, title, distinct } of recordings) {
    if (vitrine === undefined || distinct.length === 0) continue;
    say(`asking ${title} for the first time`);
    cold.set(mix, await askOnce(vitrine, distinct));
  }
  return cold;
}

async function compareSides(
  { say }: Bench,
  [one, other]: readonly Side[],
  recordings: readonly Recording[],
): Promise<void> {
  if (one === undefined || other === undefined) return;
  say('comparing answers');
  for (const { requests } of recordings.filter(({ hasPeer }) => hasPeer))
    await compareAnswers(one, other, requests.slice(0, comparedPerMix));
}

async function measureMix(bench: Bench, opened: readonly Side[], recording: Recording): Promise<MixResult> {
  const { mix, title, hasPeer, requests, answerBytesMedian, answerRowsMean } = recording;
  bench.say(`measuring ${title}`);
  const wantsFloor = bench.options.sides.includes('floor');
  const floor = wantsFloor ? await openFloorSide(answerBytesMedian, bench.work.logs) : undefined;
  if (floor !== undefined) bench.opened(floor);
  const sides = opened.filter(({ name }) => hasPeer || name !== 'postgres');
  const measured = await measureInRounds(bench, floor === undefined ? sides : [...sides, floor], recording);
  await floor?.stop();
  return { mix, title, hasPeer, requests: requests.length, answerBytesMedian, answerRowsMean, sides: measured };
}

/** The sides in turn, several times, so that a mood of the machine meets them all. */
async function measureInRounds(
  { options, work }: Bench,
  sides: readonly Side[],
  { requests, ratePerSecond }: Recording,
): Promise<MixResult['sides']> {
  const seconds = requests.length === 1 ? Math.min(onePageSecondsMax, options.seconds) : options.seconds;
  const rate = ratePerSecond === undefined ? {} : { ratePerSecond };
  const question = { requests, connections, ...rate, logs: work.logs };
  for (const side of sides) await warmUp(side, question, seconds / 2);
  const measured = new Map<SideName, Measurement[]>(sides.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const side of sides) {
      // Memory does not hold all of every side: what the others pushed out comes back first.
      await warmUp(side, question, seconds / rounds / 2);
      measured.get(side.name)?.push(await measure(side, question, seconds / rounds));
    }
  }
  return Object.fromEntries([...measured].map(([name, each]) => [name, medians(each)]));
}

async function diskOf(sides: readonly Side[]): Promise<Results['diskBytes']> {
  const sizes: Partial<Record<SideName, number>> = {};
  for (const side of sides) {
    const bytes = await side.diskBytes();
    if (bytes !== undefined) sizes[side.name] = bytes;
  }
  return sizes;
}

function conditions({ scale, seconds }: BenchOptions, rows: RowCounts): Omit<Results, 'about' | 'mixes' | 'diskBytes'> {
  const machine = { processors: availableParallelism(), memoryBytes: totalmem(), node: process.version };
  return { scale, secondsPerMix: seconds, connections, generator: generatorName(), machine, rows };
}
