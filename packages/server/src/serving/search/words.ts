import type { Statement } from '../page-sql.ts';

/** How a word of the index came to stand for one of a question, by how much it counts. */
export const likeness = { exact: 1, beginning: 0.85, spelling: 0.7, spelledBeginning: 0.6 } as const;

/** A word of the index that may be meant by a word of a question. */
export interface Meant {
  readonly word: string;
  /** Entities that have it. */
  readonly entities: number;
  readonly likeness: number;
}

/** A word of a question with what it may mean. */
export interface AskedWord {
  readonly word: string;
  readonly meant: readonly Meant[];
}

/** A row of the statements below: `asked` is the number of the word in the question. */
export interface MeantRow {
  readonly asked: number;
  readonly letters: string;
  readonly entities: number;
  readonly likeness: number;
}

interface Scope {
  readonly version: number;
  readonly type: number;
}

const meantMax = 16;
const spelledMax = 8;

/** Finds those words of a question that are in the index. */
export function knownStatement(words: readonly string[], scope: Scope): Statement {
  const sql = `
    SELECT indexOf({words:Array(String)}, letters) - 1 AS asked, letters, entities, ${likeness.exact} AS likeness
    FROM serving_search_word
    WHERE version = {version:UInt32} AND type = {type:UInt8} AND is_backwards = 0 AND letters IN {words:Array(String)}`;
  return { sql, parameters: { ...scope, words } };
}

/** Finds words that begin with one of a question, of each the best sellers'. Undefined ones are not asked for. */
export function begunStatement(words: readonly (string | undefined)[], scope: Scope): Statement | undefined {
  const begun = words.flatMap((word, asked) => (word === undefined ? [] : [{ word, asked }]));
  if (begun.length === 0) return undefined;
  const each = begun.map(
    ({ asked }) => `(
      SELECT ${asked} AS asked, letters, entities, ${likeness.beginning} AS likeness
      FROM serving_search_word
      WHERE version = {version:UInt32} AND type = {type:UInt8} AND is_backwards = 0
        AND startsWith(letters, {word${asked}:String})
      ORDER BY best LIMIT ${meantMax})`,
  );
  const parameters = Object.fromEntries(begun.map(({ word, asked }) => [`word${asked}`, word]));
  return { sql: each.join(' UNION ALL '), parameters: { ...scope, ...parameters } };
}

/**
 * Finds words that one of the question was meant to be: a letter left out, added, wrong or swapped with its neighbour, in long
 * words two. Half of the letters before or after the mistake are right, or a third of a long word: these are looked up in
 * the order of the letters, forwards or backwards.
 */
export function spelledStatement(words: readonly (string | undefined)[], scope: Scope): Statement | undefined {
  const spelled = words.flatMap((word, asked) =>
    word === undefined || !canBeMisspelled(word) ? [] : [{ word, asked }],
  );
  if (spelled.length === 0) return undefined;
  const each = spelled.map(({ word, asked }) => spelledQuery(word, asked));
  const parameters = Object.fromEntries(
    spelled.flatMap(({ word, asked }) => {
      const letters = [...word];
      const right = rightLetters(letters.length);
      const ending = letters.reverse().slice(0, right).join('');
      return [
        [`word${asked}`, word],
        [`start${asked}`, [...word].slice(0, right).join('')],
        [`end${asked}`, ending],
      ];
    }),
  );
  return { sql: each.join(' UNION ALL '), parameters: { ...scope, ...parameters } };
}

function spelledQuery(word: string, asked: number): string {
  const length = [...word].length;
  const mistakes = mistakesMax(length);
  const distance = isAscii(word) ? 'damerauLevenshteinDistance' : 'editDistanceUTF8';
  const asWritten = `{word${asked}:String}`;
  const begun = [-1, 0, 1].map((more) => `${distance}(substringUTF8(written, 1, ${length + more}), ${asWritten})`);
  return `(
      SELECT ${asked} AS asked, written AS letters, entities,
        if(apart <= ${mistakes}, ${likeness.spelling}, ${likeness.spelledBeginning}) AS likeness
      FROM (
        SELECT entities, best, if(is_backwards = 1, reverseUTF8(letters), letters) AS written,
          ${distance}(written, ${asWritten}) AS apart, is_backwards = 0 AND least(${begun.join(', ')}) <= 1 AS is_begun
        FROM serving_search_word
        WHERE version = {version:UInt32} AND type = {type:UInt8}
          AND (is_backwards = 0 AND startsWith(letters, {start${asked}:String})
            OR is_backwards = 1 AND startsWith(letters, {end${asked}:String}) AND lengthUTF8(letters) <= ${length + mistakes})
          AND lengthUTF8(letters) >= ${length - mistakes})
      WHERE apart <= ${mistakes} OR is_begun
      ORDER BY apart > ${mistakes}, apart, best
      LIMIT 1 BY written
      LIMIT ${spelledMax})`;
}

function canBeMisspelled(word: string): boolean {
  return [...word].length >= 4;
}

function mistakesMax(length: number): number {
  return length < 9 ? 1 : 2;
}

function rightLetters(length: number): number {
  return length < 9 ? Math.floor((length - 1) / 2) : Math.floor((length - 2) / 3);
}

function isAscii(word: string): boolean {
  return /^[0-9a-z]+$/.test(word);
}
