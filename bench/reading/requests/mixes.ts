import type { Question } from './question.ts';
import { deepPage, firstPage, keyedAnyPage, keyedFirstPage, productsFiltered } from './questions.ts';

export interface Mix {
  readonly name: string;
  readonly title: string;
  readonly question: Question;
}

const keyedFirst: Mix = { name: 'keyed-first', title: 'keyed lists, first pages', question: keyedFirstPage };
const keyedAny: Mix = { name: 'keyed-any', title: 'keyed lists, any page and sort', question: keyedAnyPage };
const products: Mix = { name: 'products', title: 'product list, unfiltered', question: firstPage };
const filtered: Mix = { name: 'filtered', title: 'product list, 1 to 5 filters', question: productsFiltered };
const deep: Mix = { name: 'deep', title: 'product list, deep pages', question: deepPage };

/** Parts of a day's requests, in hundredths. */
const day: readonly (readonly [Mix, number])[] = [
  [keyedFirst, 40],
  [keyedAny, 20],
  [products, 15],
  [filtered, 20],
  [deep, 5],
];

const ofADay: Mix = {
  name: 'day',
  title: 'a day of all',
  question(draws, material) {
    const [mix] = draws.pick(day.flatMap((part) => Array.from({ length: part[1] }, () => part)));
    return mix.question(draws, material);
  },
};

/** What is measured, in this order. */
export const mixes: readonly Mix[] = [keyedFirst, keyedAny, products, filtered, deep, ofADay];
