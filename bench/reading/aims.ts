import { mixes } from './requests/mixes.ts';
import { figure, type MixResult, type Results, ratio } from './results.ts';

/** Something the product is meant to reach, and what was measured. */
export interface Aim {
  readonly what: string;
  readonly aim: string;
  readonly measured: string;
  readonly met: boolean;
}

const mixNames = new Set(mixes.map(({ name }) => name));

/** The aims that these results can speak of. */
export function aimsOf({ mixes: results }: Results): readonly Aim[] {
  const byName = new Map(results.map((result) => [result.mix, result]));
  const faster = (mix: string, times: number) => fasterThanPeer(byName.get(mix), times);
  return [
    faster('keyed-first', 5),
    nearFloor(byName.get('keyed-first')),
    faster('keyed-any', 5),
    nearFloor(byName.get('keyed-any')),
    faster('filtered', 10),
    faster('day', 8),
    faster('lists-filtered', 10),
    ...results.filter(({ mix }) => mixNames.has(mix)).map(quickAtWorst),
    ...results.map(keepsRate),
    ...results.map(quickMostly),
    ...results.map(quickAtFirst),
    ...results.filter(({ mix }) => isFarPage(mix)).map((far) => likeFirstPage(byName.get('page-1'), far)),
  ].filter((aim) => aim !== undefined);
}

function fasterThanPeer(result: MixResult | undefined, timesMin: number): Aim | undefined {
  const times = ratio(figure(result, 'vitrine', 'answersPerSecond'), figure(result, 'postgres', 'answersPerSecond'));
  if (result === undefined || times === undefined) return undefined;
  const what = `${result.title}: requests/s against PostgreSQL`;
  return { what, aim: `${timesMin} times or more`, measured: `${times.toFixed(1)} times`, met: times >= timesMin };
}

const floorShareMin = 0.4;

function nearFloor(result: MixResult | undefined): Aim | undefined {
  const share = ratio(figure(result, 'vitrine', 'answersPerSecond'), figure(result, 'floor', 'answersPerSecond'));
  if (result === undefined || share === undefined) return undefined;
  const what = `${result.title}: requests/s against the floor`;
  return { what, aim: percent(floorShareMin, ' or more'), measured: percent(share), met: share >= floorShareMin };
}

const rateShareMin = 0.9;

/** A rate that is not kept says that latencies are of something else. */
function keepsRate({ mix, title, sides }: MixResult): Aim | undefined {
  const rate = mixes.find(({ name }) => name === mix)?.ratePerSecond;
  const answered = sides.vitrine?.answersPerSecond;
  if (rate === undefined || answered === undefined) return undefined;
  const least = rate * rateShareMin;
  return {
    what: `${title}: answers/s`,
    aim: `${least} or more`,
    measured: answered.toFixed(0),
    met: answered >= least,
  };
}

const p99MsMax = 5;

/** Of mixes that are read from the engine. */
const otherP99MsMax: Readonly<Record<string, number>> = { trends: 15, search: 100 };

function quickAtWorst(result: MixResult): Aim | undefined {
  const msMax = otherP99MsMax[result.mix] ?? p99MsMax;
  return quick(`${result.title}: p99`, figure(result, 'vitrine', 'p99Ms'), msMax);
}

const p50MsMax: Readonly<Record<string, number>> = { search: 25 };

function quickMostly(result: MixResult): Aim | undefined {
  const msMax = p50MsMax[result.mix];
  return msMax === undefined ? undefined : quick(`${result.title}: p50`, figure(result, 'vitrine', 'p50Ms'), msMax);
}

const coldMsMax = 1_000;

function quickAtFirst({ title, cold }: MixResult): Aim | undefined {
  return quick(`${title}: slowest first answer`, cold?.slowestMs, coldMsMax);
}

function quick(what: string, ms: number | undefined, msMax: number): Aim | undefined {
  // No answer takes no time: of too few there are no latencies.
  if (ms === undefined || ms === 0) return undefined;
  return { what, aim: `under ${msMax.toLocaleString('en')} ms`, measured: `${ms.toFixed(2)} ms`, met: ms < msMax };
}

function isFarPage(mix: string): boolean {
  return mix.startsWith('page-') && mix !== 'page-1';
}

const farPageTimesMax = 2;

/** With every connection busy, the time of an answer is one over the answers a second. */
function likeFirstPage(first: MixResult | undefined, far: MixResult): Aim | undefined {
  const times = ratio(figure(first, 'vitrine', 'answersPerSecond'), figure(far, 'vitrine', 'answersPerSecond'));
  if (times === undefined) return undefined;
  const aim = `at most ${farPageTimesMax} times that of page 1`;
  return {
    what: `${far.title}: time of an answer`,
    aim,
    measured: `${times.toFixed(2)} times`,
    met: times <= farPageTimesMax,
  };
}

function percent(share: number, end = ''): string {
  return `${(share * 100).toFixed(0)} %${end}`;
}
