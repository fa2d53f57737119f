import type { Engine } from '../../warehouse/engine/engine.ts';
import type { Statement } from '../page-sql.ts';
import { candidatesStatement, entitiesStatement, placeStatement, type SearchScope } from './candidates.ts';
import { type Pasted, pastedOf } from './pasted.ts';
import { byField, byRelevance, type Candidate, type Ranked, ranked } from './ranking.ts';
import { type AskedWord, begunStatement, knownStatement, type MeantRow, spelledStatement } from './words.ts';

/** What is looked for. */
export interface SearchQuestion extends SearchScope {
  /** Words, an id, or the address of a page. */
  readonly text: string;
  readonly size: number;
  /** Only entities with all of the words, as they are written. */
  readonly isExact: boolean;
  /** Field of a row that what matches equally well is sorted by; undefined: units sold. */
  readonly sortedBy?: string | undefined;
}

type Rows = Pick<Engine, 'rows'>;

/** Entities that are looked at closely. */
const candidatesMax = 120;
const wordsMax = 12;

/** Rows of the entities found as JSON, the best first. @throws EngineError */
export async function search(engine: Rows, question: SearchQuestion): Promise<readonly string[]> {
  const pasted = pastedOf(question.text);
  const byId = await withIds(engine, pasted, question);
  if (byId.length > 0) return byId.map(({ row }) => row);
  const asked = await wordsOf(engine, pasted.text, question.type);
  if (asked.length === 0) return [];
  const found = await bestOf(engine, asked, question);
  const order = question.sortedBy === undefined ? byRelevance : byField(question.sortedBy);
  return [...found]
    .sort(order)
    .slice(0, question.size)
    .map(({ row }) => row);
}

/** Whether the version has an index: those of earlier releases have none. @throws EngineError */
export async function isSearchable(engine: Rows, version: number): Promise<boolean> {
  const sql = 'SELECT 1 FROM serving_search_id WHERE version = {version:UInt32} LIMIT 1';
  return (await engine.rows(sql, { version })).length > 0;
}

async function withIds(engine: Rows, { ids }: Pasted, scope: SearchScope): Promise<readonly Candidate[]> {
  for (const id of ids) {
    const [found] = await run<{ place: number }>(engine, placeStatement(id, scope));
    if (found !== undefined) return run<Candidate>(engine, entitiesStatement([found.place], scope));
  }
  return [];
}

/** A handle stands for itself: creators, videos and lives are found by it as a whole. */
async function wordsOf(engine: Rows, text: string, type: number): Promise<readonly string[]> {
  const isHandle = /^(?:@[\w.-]+|\w+(?:[._-]+\w+)+)$/.test(text);
  const words = await wordsIn(engine, text);
  const asked = isHandle && !namedTypes.has(type) ? [words.join('')] : words;
  return [...new Set(asked.filter((word) => word !== ''))].slice(0, wordsMax);
}

/** As the index has them (`vitrineWords`); of most questions that is known without the engine. */
async function wordsIn(engine: Rows, text: string): Promise<readonly string[]> {
  if (/^[ -~]*$/.test(text)) return (text.toLowerCase().match(/[0-9a-z]+/g) ?? []).map((word) => word.slice(0, 40));
  const [row] = await engine.rows<{ words: string[] }>('SELECT vitrineWords({text:String}) AS words', { text });
  return row?.words ?? [];
}

/** Products and shops, which have names alone. */
const namedTypes: ReadonlySet<number> = new Set([2, 3]);

/** First as the words are written; where that leads to none that has them all, also as they may have been meant. */
async function bestOf(engine: Rows, words: readonly string[], question: SearchQuestion): Promise<readonly Ranked[]> {
  const { version, type } = question;
  const unknown = words.map((word): AskedWord => ({ word, meant: [] }));
  const known = withMeant(unknown, await run<MeantRow>(engine, knownStatement(words, { version, type })));
  if (question.isExact) return exactly(engine, known, question);
  // The last word may not be whole yet.
  const open = known.map(({ word, meant }, i) => (meant.length === 0 || i === words.length - 1 ? word : undefined));
  const written = await withMore(engine, known, begunStatement(open, { version, type }));
  const found = written.every(({ meant }) => meant.length > 0) ? await candidates(engine, written, question) : [];
  if (found.some((each) => each.words === words.length)) return found;
  const isUnknown = written.some(({ meant }) => meant.length === 0);
  const doubted = written.map(({ word, meant }) => (isUnknown && meant.length > 0 ? undefined : word));
  const spelled = await withMore(engine, written, spelledStatement(doubted, { version, type }));
  return spelled.every(({ meant }) => meant.length === 0) ? [] : candidates(engine, spelled, question);
}

async function exactly(
  engine: Rows,
  known: readonly AskedWord[],
  question: SearchQuestion,
): Promise<readonly Ranked[]> {
  if (known.some(({ meant }) => meant.length === 0)) return [];
  return (await candidates(engine, known, question)).filter(({ isExact }) => isExact);
}

async function withMore(
  engine: Rows,
  asked: readonly AskedWord[],
  statement: Statement | undefined,
): Promise<readonly AskedWord[]> {
  return statement === undefined ? asked : withMeant(asked, await run<MeantRow>(engine, statement));
}

function withMeant(asked: readonly AskedWord[], rows: readonly MeantRow[]): readonly AskedWord[] {
  return asked.map(({ word, meant }, number) => {
    const more = rows.filter((row) => Number(row.asked) === number && meant.every((each) => each.word !== row.letters));
    const added = more.map(({ letters, entities, likeness }) => ({
      word: letters,
      entities: Number(entities),
      likeness,
    }));
    return { word, meant: [...meant, ...added] };
  });
}

async function candidates(
  engine: Rows,
  asked: readonly AskedWord[],
  question: SearchQuestion,
): Promise<readonly Ranked[]> {
  const places = await run<{ place: number }>(engine, candidatesStatement(asked, question, candidatesMax));
  if (places.length === 0) return [];
  const found = await run<Candidate>(
    engine,
    entitiesStatement(
      places.map(({ place }) => place),
      question,
    ),
  );
  return found.map((candidate) => ranked(candidate, asked, question.text));
}

/** A search that takes so long is given up. */
const searchSecondsMax = 5;

function run<Row>(engine: Rows, { sql, parameters }: Statement): Promise<readonly Row[]> {
  return engine.rows<Row>(`${sql} SETTINGS max_execution_time = ${searchSecondsMax}, max_threads = 2`, parameters);
}
