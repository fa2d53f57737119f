import type { Engine, SqlParameters } from '../engine/engine.ts';
import { readSqlFiles, type SqlFile } from '../sql-files.ts';
import { attributionSpans, weeksToAttribute } from './attribution-spans.ts';
import { listStatements } from './list-statements.ts';
import { type PublishedList, publishedLists } from './lists/published-lists.ts';
import { reach } from './parameters.ts';
import type { Step, StepContext } from './step.ts';

const files = readSqlFiles(new URL('./', import.meta.url));

/** The two kinds of source, and where their observations land. */
const sourceKinds = [
  { kind: 1, landing: 'landing_video', id: 'video_id', touched: 'kind = 1' },
  { kind: 2, landing: 'landing_live', id: 'live_id', touched: 'kind = 2' },
] as const;

/** The steps from observations to serving tables, in order (docs/estimates.md). */
export const steps: readonly Step[] = [
  once('10_attributes'),
  once('11_currencies'),
  forEachSource('20_links'),
  once('30_touched_products'),
  once('31_rates'),
  forContinuedAndRebuilt('32_product_series'),
  forEachSource('33_touched_sources'),
  forEachSourceContinuedAndRebuilt('34_source_series'),
  forEachSourceContinuedAndRebuilt('35_stated_sales_series'),
  once('40_touched_cells'),
  forEachSpan('50_attribution'),
  once('60_running_totals'),
  once('61_product_tails'),
  forEachSource('62_source_tails'),
  once('70_current'),
  once('71_product_windows'),
  { name: '72_lists', run: ({ engine, parameters }) => fillLists(engine, parameters) },
  once('74_serving_images'),
];

/** Runs the statements of a file one after the other. */
export async function runFile(engine: Engine, file: SqlFile, parameters: SqlParameters): Promise<void> {
  for (const statement of file.statements) await engine.command(statement, parameters);
}

/** Fills lists one after the other. */
export async function fillLists(
  engine: Engine,
  parameters: SqlParameters,
  lists: readonly PublishedList[] = publishedLists,
): Promise<void> {
  for (const statement of listStatements('insert', lists)) await engine.command(statement, parameters);
}

/** A step's file of this folder, and after it the generated one of the same name. */
export function stepFile(name: string): SqlFile {
  const statements = files.filter((file) => file.name === name).flatMap((file) => file.statements);
  if (statements.length === 0) throw new Error(`no such step: ${name}`);
  return { name, statements };
}

function once(name: string): Step {
  const file = stepFile(name);
  return { name, run: ({ engine, parameters }) => runFile(engine, file, parameters) };
}

function forEachSource(name: string): Step {
  const file = stepFile(name);
  return {
    name,
    async run({ engine, parameters }) {
      for (const { kind, landing, id } of sourceKinds)
        await runFile(engine, file, { ...parameters, kind, landing, id });
    },
  };
}

function forContinuedAndRebuilt(name: string): Step {
  const file = stepFile(name);
  return {
    name,
    async run(context) {
      await runFile(context.engine, file, context.parameters);
      if (await anyRebuilt(context, 'touched_product', '1'))
        await runFile(context.engine, file, { ...context.parameters, ...reach(context.plan, 1) });
    },
  };
}

function forEachSourceContinuedAndRebuilt(name: string): Step {
  const file = stepFile(name);
  return {
    name,
    async run(context) {
      for (const { kind, landing, id, touched } of sourceKinds) {
        const parameters = { ...context.parameters, kind, landing, id };
        await runFile(context.engine, file, parameters);
        if (await anyRebuilt(context, 'touched_source', touched))
          await runFile(context.engine, file, { ...parameters, ...reach(context.plan, 1) });
      }
    },
  };
}

async function anyRebuilt({ engine, parameters }: StepContext, table: string, condition: string): Promise<boolean> {
  const found = `SELECT 1 FROM {state:Identifier}.${table} WHERE rebuild = 1 AND ${condition} LIMIT 1`;
  return (await engine.rows(found, parameters)).length > 0;
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
