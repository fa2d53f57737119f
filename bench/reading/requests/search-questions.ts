import { search } from '../../../packages/server/src/catalogue/lookups/search.ts';
import type { Draws } from './draws.ts';
import type { Entity } from './entities.ts';
import type { Question } from './question.ts';
import { requestText } from './request-text.ts';

/** Values of `type`, by the list that names are drawn from. */
const types: Readonly<Record<string, number>> = {
  'influencer-list': 1,
  'product-list': 2,
  'shop-list': 3,
  'video-list': 4,
};

const size = 10;

/** What somebody looks for who has one of the rows in mind, half of the time in its market alone. */
export const searched: Question = (draws, { entities }) => {
  const sample = draws.pick(entities);
  const entity = draws.pick(sample.entities);
  const way = draws.pick(ways.filter(({ needsHandle }) => !needsHandle || entity.handle !== ''));
  const region = draws.chance(0.5) ? { region: entity.region } : {};
  return requestText(search, { sk: way.text(draws, entity), type: types[sample.list.id] ?? 0, size, ...region });
};

/** A way to look for something. */
interface Way {
  readonly needsHandle?: true;
  text(draws: Draws, entity: Entity): string;
}

const ways: readonly Way[] = [
  { text: (draws, entity) => wholeWords(draws, entity).join(' ') },
  { text: (draws, entity) => withLast(wholeWords(draws, entity), (word) => begun(draws, word)).join(' ') },
  { text: (draws, entity) => withLast(wholeWords(draws, entity), (word) => misspelled(draws, word)).join(' ') },
  { needsHandle: true, text: (_, { handle }) => `@${handle}` },
  { text: (_, { id }) => id },
];

/** One to three words that follow each other. */
function wholeWords(draws: Draws, { name, id }: Entity): readonly string[] {
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '');
  const count = Math.min(words.length, draws.whole(1, 3));
  const from = draws.whole(0, words.length - count);
  return count === 0 ? [id] : words.slice(from, from + count);
}

function withLast(words: readonly string[], change: (word: string) => string): readonly string[] {
  return words.map((word, i) => (i === words.length - 1 ? change(word) : word));
}

const begunMin = 3;

/** The first letters, three or more. */
function begun(draws: Draws, word: string): string {
  const letters = [...word];
  return letters.slice(0, draws.whole(Math.min(begunMin, letters.length), letters.length)).join('');
}

/** Shorter words are looked for as they are written. */
const misspelledMin = 4;

/** Without one of its letters, or with two of them swapped. */
function misspelled(draws: Draws, word: string): string {
  const letters = [...word];
  const place = draws.whole(1, letters.length - 2);
  const isLeftOut = draws.chance(0.5);
  if (letters.length < misspelledMin) return word;
  const [here = '', next = ''] = letters.slice(place);
  letters.splice(place, 2, ...(isLeftOut ? [next] : [next, here]));
  return letters.join('');
}
