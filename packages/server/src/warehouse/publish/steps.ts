import type { Engine, SqlParameters } from '../engine/engine.ts';
import { readSqlFiles, type SqlFile } from '../sql-files.ts';
import { attributionSpans, weeksToAttribute, weeksToLearn } from './attribution-spans.ts';
import { listStatements } from './list-statements.ts';
import { type PublishedList, publishedLists } from './lists/published-lists.ts';
import { reach } from './parameters.ts';
import { sideBySide } from './side-by-side.ts';
import type { Step, StepContext } from './step.ts';

const files = readSqlFiles(new URL('./', import.meta.url));

/** The two kinds of source, and where their observations land. */
const sourceKinds = [
  { kind: 1, landing: 'landing_video', id: 'video_id' },
  { kind: 2, landing: 'landing_live', id: 'live_id' },
] as const;

const [video, live] = sourceKinds;

const likes = { ...video, kind: 3, of: video.kind, total: 'total_digg_cnt', days: 'like_day' } as const;

/** The totals of sources that have a daily series, each a kind of series `of` a kind of source. */
const sourceSeries = [
  { ...video, of: video.kind, total: 'total_views_cnt', days: 'source_day' },
  { ...live, of: live.kind, total: 'total_views_cnt', days: 'source_day' },
  likes,
] as const;

/** The steps from observations to serving tables, in order (docs/estimates.md). Those of one group need nothing of each other. */
export const stepGroups: readonly (readonly Step[])[] = [
  [once('09_sales')],
  [once('10_attributes')],
  [once('11_currencies')],
  [once('12_identities')],
  [forEach(sourceKinds, '20_links')],
  [once('30_touched_products')],
  [once('31_rates')],
  [
    forContinuedAndRebuilt('32_product_prices', 'touched_product'),
    forContinuedAndRebuilt('32_product_series', 'touched_product'),
    forEach(sourceSeries, '33_touched_sources'),
  ],
  [
    forEachContinuedAndRebuilt(sourceSeries, '34_source_series'),
    forContinuedAndRebuilt('34_video_counts', 'touched_source', `kind = ${likes.kind}`),
    forEachContinuedAndRebuilt(sourceKinds, '35_stated_sales_series'),
  ],
  [once('36_known_lines')],
  [onceWhereAny('37_known_cells', 'touched_known')],
  [forPartsAndWholes('38_stated_windows')],
  [onceWhereAny('39_known_days', 'touched_known')],
  [once('40_touched_cells')],
  [onceWhereLearned('41_unit_spans')],
  [onceWhereLearned('42_relearned')],
  [forEachWeek('45_learned')],
  [forEachSpan('50_attribution')],
  [once('51_touched_creators')],
  [
    forContinuedAndRebuilt('52_creator_series', 'touched_creator'),
    once('60_running_totals'),
    once('61_product_tails'),
    forEach(sourceSeries, '62_source_tails'),
    forEach(sourceKinds, '62_stated_tails'),
    once('62_video_tails'),
    once('63_creator_tails'),
  ],
  [once('64_moved_products')],
  [once('64_creator_days'), once('64_shop_days'), once('64_video_days')],
  [forEach(sourceSeries, '70_source_growth'), once('70_current'), once('70_own_totals')],
  [once('71_amounts')],
  [once('71_category_names'), once('71_creator_windows'), once('71_product_windows')],
  [{ name: '72_lists', run: ({ engine, parameters }) => fillLists(engine, parameters) }],
  [
    once('73_creator_days'),
    once('73_link_days'),
    once('73_shop_days'),
    once('74_serving_images'),
    once('75_serving_identities'),
  ],
];

/**
 * Runs the statements of a file one after the other, but not those that would find nothing. Statements with the same
 * condition ask once: none of them changes it.
 */
export async function runFile(engine: Engine, file: SqlFile, parameters: SqlParameters): Promise<void> {
  const answers = new Map<string, boolean>();
  for (const statement of file.statements) {
    const condition = file.conditions.get(statement);
    if (condition !== undefined && !answers.has(condition))
      answers.set(condition, await isAny(engine, condition, parameters));
    if (condition === undefined || answers.get(condition)) await engine.command(statement, parameters);
  }
}

async function isAny(engine: Engine, condition: string, parameters: SqlParameters): Promise<boolean> {
  return (await engine.rows(`SELECT 1 FROM ${condition} LIMIT 1`, parameters)).length > 0;
}

/** What can be searched for: creators, products, shops, videos and lives. Videos come first: they take longest. */
const searchedTypes = [4, 1, 2, 3, 5];

/** Makes the index of search, from the rows as they are served. */
export async function fillSearch(engine: Engine, parameters: SqlParameters): Promise<void> {
  await runFile(engine, stepFile('82_search'), parameters);
  const entities = stepFile('82_search_entities');
  await sideBySide(
    entities.statements.map((statement) => () => runFile(engine, { ...entities, statements: [statement] }, parameters)),
  );
  const words = stepFile('83_search_words');
  await sideBySide(searchedTypes.map((type) => () => runFile(engine, words, { ...parameters, type })));
}

/** Fills lists side by side, each after those that it reads, which come before it. */
export async function fillLists(
  engine: Engine,
  parameters: SqlParameters,
  lists: readonly PublishedList[] = publishedLists,
): Promise<void> {
  const filled = new Map<string, Promise<void>>();
  const fill = async (list: PublishedList) => {
    const statements = listStatements('insert', [list]);
    await Promise.all(
      statements.flatMap((statement) => statement.match(/\bserving_\w+/g) ?? []).map((table) => filled.get(table)),
    );
    for (const statement of statements) await engine.command(statement, parameters);
  };
  const begin = (list: PublishedList) => () => {
    const filling = fill(list);
    filled.set(list.table, filling);
    return filling;
  };
  await sideBySide(lists.map(begin));
}

/** A step's file of this folder, and after it the generated one of the same name. */
export function stepFile(name: string): SqlFile {
  const named = files.filter((file) => file.name === name);
  if (named.length === 0) throw new Error(`no such step: ${name}`);
  const conditions = new Map(named.flatMap((file) => [...file.conditions]));
  return { name, statements: named.flatMap(({ statements }) => statements), conditions };
}

function once(name: string): Step {
  const file = stepFile(name);
  return { name, run: ({ engine, parameters }) => runFile(engine, file, parameters) };
}

function forEach(each: readonly SqlParameters[], name: string): Step {
  const file = stepFile(name);
  return {
    name,
    async run({ engine, parameters }) {
      for (const one of each) await runFile(engine, file, { ...parameters, ...one });
    },
  };
}

function forContinuedAndRebuilt(name: string, touched: string, condition = '1'): Step {
  const file = stepFile(name);
  return { name, run: (context) => runForTouched(context, file, touched, condition) };
}

function forEachContinuedAndRebuilt(each: readonly (SqlParameters & { readonly kind: number })[], name: string): Step {
  const file = stepFile(name);
  return {
    name,
    async run(context) {
      for (const one of each) {
        const parameters = { ...context.parameters, ...one };
        await runForTouched({ ...context, parameters }, file, 'touched_source', `kind = ${one.kind}`);
      }
    },
  };
}

/** Runs a file for what goes on from its tails, and for what is rebuilt, where there is any. */
async function runForTouched(
  { engine, plan, parameters }: StepContext,
  file: SqlFile,
  touched: string,
  condition: string,
): Promise<void> {
  const found = await engine.rows<{ rebuild: 0 | 1 }>(
    `SELECT DISTINCT rebuild FROM {state:Identifier}.${touched} WHERE ${condition} ORDER BY rebuild`,
    parameters,
  );
  for (const { rebuild } of found) await runFile(engine, file, { ...parameters, ...reach(plan, rebuild) });
}

function onceWhereAny(name: string, table: string): Step {
  const file = stepFile(name);
  return {
    name,
    async run({ engine, parameters }) {
      if (await isAny(engine, `{state:Identifier}.${table}`, parameters)) await runFile(engine, file, parameters);
    },
  };
}

function forPartsAndWholes(name: string): Step {
  const file = stepFile(name);
  return {
    name,
    async run({ engine, parameters }) {
      for (const whole of [0, 1]) {
        const lines = `{state:Identifier}.sale_line WHERE NOT is_measured AND is_whole = ${whole}`;
        if (await isAny(engine, lines, parameters)) await runFile(engine, file, { ...parameters, whole });
      }
    },
  };
}

function onceWhereLearned(name: string): Step {
  const step = once(name);
  return {
    name,
    async run(context) {
      if (isLearned(context)) await step.run(context);
    },
  };
}

function isLearned({ parameters }: StepContext): boolean {
  return parameters['learned'] === 1;
}

/** One week after the other: each goes on from what was learned before. */
function forEachWeek(name: string): Step {
  const file = stepFile(name);
  return {
    name,
    async run(context) {
      if (!isLearned(context)) return;
      for (const { firstDay: week, buckets } of await weeksToLearn(context))
        for (let bucket = 0; bucket < buckets; bucket++)
          await runFile(context.engine, file, { ...context.parameters, week, buckets, bucket });
    },
  };
}

function forEachSpan(name: string): Step {
  const file = stepFile(name);
  return {
    name,
    async run(context) {
      for (const { firstDay, lastDay, buckets } of attributionSpans(await weeksToAttribute(context))) {
        const span = { first_day: firstDay, last_day: lastDay, buckets };
        for (let bucket = 0; bucket < buckets; bucket++)
          await runFile(context.engine, file, { ...context.parameters, ...span, bucket });
      }
    },
  };
}
