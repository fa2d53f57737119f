import type { Statement } from '../page-sql.ts';
import type { AskedWord } from './words.ts';

/** Whose entities are looked through. */
export interface SearchScope {
  readonly version: number;
  readonly type: number;
  /** Undefined: all markets. */
  readonly region?: string | undefined;
}

/** Words of a question that entities are found by, the rarest; all count when they are ranked. */
const searchedWords = 4;
/** Parts of the entities of a word: for the rarest word of a question, and for the others. */
const partsOfRarest = 16;
const partsOfOthers = 4;
/** Best sellers that a question of one word looks at, in each market. */
const placesOfOneWord = 256;

/**
 * Finds the places of entities that have the most and the rarest words of a question, of equal ones the best sellers. Who has
 * a rare word is found however little it sells; of those that share but common ones, the best sellers are.
 */
export function candidatesStatement(asked: readonly AskedWord[], scope: SearchScope, limit: number): Statement {
  const known = asked.filter(({ meant }) => meant.length > 0);
  const found = known.sort((a, b) => rarityOf(b) - rarityOf(a)).slice(0, searchedWords);
  const places = found.length === 1 ? `arraySlice(places, 1, ${placesOfOneWord})` : 'places';
  const each = found.map((_, i) => {
    const parts = found.length === 1 ? 1 : i === 0 ? partsOfRarest : partsOfOthers;
    return `
      SELECT ${i} AS asked, arrayJoin(${places}) AS place,
        transform(word, {words${i}:Array(String)}, {weights${i}:Array(Float64)}, 0.) AS weight
      FROM serving_search_posting
      WHERE version = {version:UInt32} AND type = {type:UInt8} AND word IN {words${i}:Array(String)} AND part < ${parts}
        ${scope.region === undefined ? '' : 'AND region = {region:String}'}`;
  });
  const sql = `
    SELECT place FROM (SELECT asked, place, max(weight) AS most FROM (${each.join(' UNION ALL ')}) GROUP BY asked, place)
    GROUP BY place ORDER BY sum(most) DESC, place LIMIT ${limit}`;
  const words = found.flatMap((word, i) => [
    [`words${i}`, word.meant.map((each) => each.word)] as const,
    [`weights${i}`, word.meant.map((each) => each.likeness * rarityOf(word))] as const,
  ]);
  const { version, type, region } = scope;
  return { sql, parameters: { version, type, ...(region !== undefined && { region }), ...Object.fromEntries(words) } };
}

const rarityOfOne = 25;

/** How much a word says: a word that half as many entities have says one more, and the commonest still says one. */
export function rarityOf({ meant }: AskedWord): number {
  const closest = Math.max(...meant.map((each) => each.likeness));
  const entities = Math.max(...meant.filter((each) => each.likeness === closest).map((each) => each.entities));
  return Math.max(1, rarityOfOne - Math.log2(Math.max(1, entities)));
}

/** Reads what was found. */
export function entitiesStatement(places: readonly number[], { version, type, region }: SearchScope): Statement {
  const sql = `
    SELECT place, names, row FROM serving_search_entity
    WHERE version = {version:UInt32} AND type = {type:UInt8} AND place IN {places:Array(UInt32)}
      ${region === undefined ? '' : 'AND region = {region:String}'}`;
  return { sql, parameters: { version, type, places, ...(region !== undefined && { region }) } };
}

/** Finds the place of the entity with an id. */
export function placeStatement(id: string, { version, type }: SearchScope): Statement {
  const sql = `
    SELECT place FROM serving_search_id
    WHERE version = {version:UInt32} AND type = {type:UInt8} AND id = {id:UInt64}`;
  return { sql, parameters: { version, type, id } };
}
