import type { ListEndpoint } from '../../../packages/server/src/catalogue/endpoint.ts';
import { checkQuery } from '../../../packages/server/src/catalogue/parameters.ts';
import { ClickHouseReader } from '../../../packages/server/src/serving/clickhouse-reader.ts';
import type { PageQuery } from '../../../packages/server/src/serving/page-query.ts';
import type { Page } from '../../../packages/server/src/serving/reader.ts';
import type { Engine } from '../../../packages/server/src/warehouse/engine/engine.ts';
import { measuredLists } from '../measured-lists.ts';
import { Draws } from './draws.ts';
import { mixes } from './mixes.ts';
import type { Material } from './question.ts';
import { lastPageOfLargest, pageOfLargest } from './questions.ts';
import { drawSamples } from './samples.ts';

/** The requests of a mix, the same for every side. */
export interface Recording {
  readonly mix: string;
  readonly title: string;
  /** Path and query, in the order they are sent. */
  readonly requests: readonly string[];
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
  engine: Engine,
  version: number,
  { scale, seed, count }: RecordOptions,
): Promise<readonly Recording[]> {
  const deepPages = { min: scaled(deepPageMin, scale), max: scaled(deepPageMax, scale) };
  const material: Material = { samples: await drawSamples(engine, version), deepPages };
  const recordings: Recording[] = [];
  for (const { name, title, question } of mixes) {
    const draws = new Draws(seed, name);
    const requests = Array.from({ length: count }, () => question(draws, material));
    recordings.push(await recorded(engine, version, { mix: name, title, requests }));
  }
  for (const pageNum of comparedPages(material)) {
    const requests = [pageOfLargest(material, pageNum)];
    recordings.push(await recorded(engine, version, { mix: `page-${pageNum}`, title: pageTitle(pageNum), requests }));
  }
  return recordings;
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
  engine: Engine,
  version: number,
  recording: Pick<Recording, 'mix' | 'title' | 'requests'>,
): Promise<Recording> {
  const pages = await answers(engine, version, recording.requests.slice(0, answersLookedAt));
  const sizes = pages.map(({ rows }) => rows.length).toSorted((a, b) => a - b);
  return {
    ...recording,
    answerBytesMedian: sizes[Math.floor(sizes.length / 2)] ?? 0,
    answerRowsMean: pages.reduce((sum, page) => sum + page.count, 0) / Math.max(1, pages.length),
  };
}

async function answers(engine: Engine, version: number, requests: readonly string[]): Promise<readonly Page[]> {
  const reader = new ClickHouseReader(engine);
  const pages: Page[] = [];
  for (const each of requests) {
    const { endpoint, query } = questionOf(each);
    pages.push(await reader.page(endpoint, query, version));
  }
  return pages;
}

/** A recorded request as the server would understand it. @throws ApiError when it would refuse it */
export function questionOf(request: string): { readonly endpoint: ListEndpoint; readonly query: PageQuery } {
  const [path, query = ''] = request.split('?');
  const endpoint = measuredLists.find((each) => each.path === path);
  if (endpoint === undefined) throw new TypeError(`no endpoint has the path ${path}`);
  return { endpoint, query: checkQuery(endpoint, Object.fromEntries(new URLSearchParams(query))) };
}
