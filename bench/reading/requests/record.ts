import { type Answer, answersOf, type RecordedDataset } from './answers.ts';
import { Draws } from './draws.ts';
import { drawEntities } from './entities.ts';
import { type MixManner, mixes } from './mixes.ts';
import type { Material } from './question.ts';
import { lastPageOfLargest, pageOfLargest } from './questions.ts';
import { drawSamples } from './samples.ts';

/** The requests of a mix, the same for every side. */
export interface Recording extends MixManner {
  readonly mix: string;
  readonly title: string;
  /** Path and query, in the order they are sent. */
  readonly requests: readonly string[];
  /** Its distinct questions, where each of them costs more the first time; otherwise none. */
  readonly distinct: readonly string[];
  /** What the answers to some of them are like: the rows as bytes, and their number. */
  readonly answerBytesMedian: number;
  readonly answerRowsMean: number;
}

export interface RecordOptions {
  readonly scale: number;
  readonly seed: number;
  /** Requests a mix. */
  readonly count: number;
}

const deepPageMin = 1_000;
const deepPageMax = 100_000;
const answersLookedAt = 60;

/** Makes the requests of every mix, and those that compare one page with another, from the rows of a version. */
export async function recordRequests(
  dataset: RecordedDataset,
  { scale, seed, count }: RecordOptions,
): Promise<readonly Recording[]> {
  const material = await materialOf(dataset, scale);
  const answer = answersOf(dataset);
  const recordings: Recording[] = [];
  for (const { name, question, distinct, ...mix } of mixes) {
    const draws = new Draws(seed, name);
    const requests = Array.from({ length: count }, () => question(draws, material));
    recordings.push(await recorded(answer, { ...mix, mix: name, requests, distinct: distinct?.(material) ?? [] }));
  }
  for (const pageNum of comparedPages(material)) {
    const page = { mix: `page-${pageNum}`, title: pageTitle(pageNum), requests: [pageOfLargest(material, pageNum)] };
    recordings.push(await recorded(answer, { ...page, hasPeer: true, distinct: [] }));
  }
  return recordings;
}

/** What requests are made of. */
export async function materialOf({ engine, version, asOf }: RecordedDataset, scale: number): Promise<Material> {
  return {
    samples: await drawSamples(engine, version),
    entities: await drawEntities(engine, version),
    lastDate: asOf,
    deepPages: { min: scaled(deepPageMin, scale), max: scaled(deepPageMax, scale) },
  };
}

/** Small data have fewer pages. */
function scaled(pageNum: number, scale: number): number {
  return Math.max(2, Math.round(pageNum * Math.min(1, scale)));
}

function pageTitle(pageNum: number): string {
  return `page ${pageNum.toLocaleString('en')} alone`;
}

const fullPageMax = 50_000;

/** The first page, one far down that is full, and the last that can be asked for. */
function comparedPages(material: Material): readonly number[] {
  return [1, Math.min(fullPageMax, lastPageOfLargest(material)), deepPageMax];
}

async function recorded(
  answer: Answer,
  recording: Omit<Recording, 'answerBytesMedian' | 'answerRowsMean'>,
): Promise<Recording> {
  const looked = recording.requests.slice(0, answersLookedAt);
  const pages = [];
  for (const request of looked) pages.push(await answer(request));
  const sizes = pages.map(({ rows }) => rows.length).toSorted((a, b) => a - b);
  return {
    ...recording,
    answerBytesMedian: sizes[Math.floor(sizes.length / 2)] ?? 0,
    answerRowsMean: pages.reduce((sum, page) => sum + page.count, 0) / Math.max(1, pages.length),
  };
}
