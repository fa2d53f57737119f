import { rarityOf } from './candidates.ts';
import { type AskedWord, likeness } from './words.ts';

/** An entity that may be meant. */
export interface Candidate {
  /** Of two, the smaller sold more. */
  readonly place: number;
  /** Its names as they are compared, a line each. */
  readonly names: string;
  /** Its row as JSON. */
  readonly row: string;
}

/** A candidate and how well it matches. */
export interface Ranked extends Candidate {
  /** Words of the question that it has, in whatever spelling. */
  readonly words: number;
  /** Whether it has each of them as it was asked. */
  readonly isExact: boolean;
  /** Whether the question is one of its names. */
  readonly isNamed: boolean;
  /** Whether it has the marks of the question, if that has any: words of some scripts differ by them alone. */
  readonly isMarked: boolean;
  readonly score: number;
}

/** Best match first; of equal ones, whoever sold more. */
export function byRelevance(a: Ranked, b: Ranked): number {
  return b.score - a.score || Number(b.isMarked) - Number(a.isMarked) || a.place - b.place;
}

/** Whoever has more of the words, and their marks, first; of equal ones, whoever has more of a field. */
export function byField(field: string): (a: Ranked, b: Ranked) => number {
  const value = ({ row }: Ranked) => Number(JSON.parse(row)[field] ?? 0);
  return (a, b) =>
    Number(b.isNamed) - Number(a.isNamed) ||
    b.words - a.words ||
    Number(b.isMarked) - Number(a.isMarked) ||
    value(b) - value(a) ||
    a.place - b.place;
}

/** How much more a name counts that is the question, begins with it, or has it in one piece. */
const whole = { name: 1, beginning: 0.15, piece: 0.1 } as const;

/**
 * Says how well a candidate matches, in thousandths, so that what matches equally well is equal.
 *
 * @param text the question as it was written
 */
export function ranked(candidate: Candidate, asked: readonly AskedWord[], text: string): Ranked {
  const names = candidate.names.split('\n');
  const words = new Set(names.flatMap((name) => name.split(' ')));
  const each = asked.map((word) => ({
    likeness: likenessOf(word, words),
    rarity: word.meant.length === 0 ? 1 : rarityOf(word),
  }));
  const most = each.reduce((sum, { rarity }) => sum + rarity, 0);
  const matched = each.reduce((sum, { likeness: alike, rarity }) => sum + alike * rarity, 0) / Math.max(1, most);
  const question = asked.map(({ word }) => word).join(' ');
  const isNamed = names.includes(question);
  return {
    ...candidate,
    words: each.filter(({ likeness: alike }) => alike > 0).length,
    isExact: each.every(({ likeness: alike }) => alike === likeness.exact),
    isNamed,
    isMarked: hasMarksOf(candidate, text),
    score: Math.round(1000 * (matched + (isNamed ? whole.name : pieceOf(names, question)))),
  };
}

function hasMarksOf({ row }: Candidate, text: string): boolean {
  const decomposed = text.toLowerCase().normalize('NFD');
  if (!/\p{M}/u.test(decomposed)) return true;
  const shown = Object.values(JSON.parse(row)).join(' ').toLowerCase().normalize('NFD');
  return decomposed
    .trim()
    .split(/\s+/)
    .every((word) => shown.includes(word));
}

function pieceOf(names: readonly string[], question: string): number {
  if (names.some((name) => name.startsWith(question))) return whole.beginning;
  return names.some((name) => name.includes(` ${question}`)) ? whole.piece : 0;
}

/** The best way in which one of the words stands for that of the question; 0: none does. */
function likenessOf({ word, meant }: AskedWord, words: ReadonlySet<string>): number {
  if (words.has(word)) return likeness.exact;
  const found = meant.filter((each) => words.has(each.word)).map((each) => each.likeness);
  const isBegun = [...words].some((each) => each.startsWith(word));
  return Math.max(0, ...found, isBegun ? likeness.beginning : 0);
}
