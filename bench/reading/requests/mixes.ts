import { detailsByIds, firstPagesOfRankings, rankingPage, trendOfOne } from './entity-questions.ts';
import type { Material, Question } from './question.ts';
import { deepPage, firstPage, keyedAnyPage, keyedFirstPage, listsFiltered, productsFiltered } from './questions.ts';
import { searched } from './search-questions.ts';

/** How a mix is sent, and to whom. */
export interface MixManner {
  /** Whether PostgreSQL is asked too. */
  readonly hasPeer: boolean;
  /** Requests a second; absent: as many as are answered. */
  readonly ratePerSecond?: number;
}

export interface Mix extends MixManner {
  readonly name: string;
  readonly title: string;
  readonly question: Question;
  /** Its distinct questions, where each of them costs more the first time. */
  readonly distinct?: (material: Material) => readonly string[];
}

const [hasPeer, noPeer] = [{ hasPeer: true }, { hasPeer: false }] as const;

const keyedFirst: Mix = {
  ...hasPeer,
  name: 'keyed-first',
  title: 'keyed lists, first pages',
  question: keyedFirstPage,
};
const keyedAny: Mix = {
  ...hasPeer,
  name: 'keyed-any',
  title: 'keyed lists, any page and sort',
  question: keyedAnyPage,
};
const products: Mix = { ...hasPeer, name: 'products', title: 'product list, unfiltered', question: firstPage };
const filtered: Mix = {
  ...hasPeer,
  name: 'filtered',
  title: 'product list, 1 to 5 filters',
  question: productsFiltered,
};
const deep: Mix = { ...hasPeer, name: 'deep', title: 'product list, deep pages', question: deepPage };

/** Parts of a day's requests, in hundredths. */
const day: readonly (readonly [Mix, number])[] = [
  [keyedFirst, 40],
  [keyedAny, 20],
  [products, 15],
  [filtered, 20],
  [deep, 5],
];

const ofADay: Mix = {
  ...hasPeer,
  name: 'day',
  title: 'a day of all',
  question(draws, material) {
    const [mix] = draws.pick(day.flatMap((part) => Array.from({ length: part[1] }, () => part)));
    return mix.question(draws, material);
  },
};

/** What came after a day's mix, which stays as it was. */
const later: readonly Mix[] = [
  {
    ...hasPeer,
    name: 'lists-filtered',
    title: 'creator, shop and video lists, 1 to 5 filters',
    question: listsFiltered,
  },
  { ...noPeer, name: 'details', title: 'details of 1 to 10 ids', question: detailsByIds },
  {
    ...noPeer,
    name: 'trends',
    title: 'trends, 500 requests/s',
    question: trendOfOne,
    ratePerSecond: 500,
  },
  {
    ...noPeer,
    name: 'rankings',
    title: 'rankings',
    question: rankingPage,
    distinct: firstPagesOfRankings,
  },
  { ...noPeer, name: 'search', title: 'search, 20 requests/s', question: searched, ratePerSecond: 20 },
];

/** What is measured, in this order. */
export const mixes: readonly Mix[] = [keyedFirst, keyedAny, products, filtered, deep, ofADay, ...later];
