import { dayOf } from '../warehouse/day.ts';
import type { Engine, SqlParameters } from '../warehouse/engine/engine.ts';
import { stepParameters } from '../warehouse/publish/parameters.ts';
import type { PublishSettings } from '../warehouse/publish/settings.ts';
import { stateDatabase } from '../warehouse/publish/state-database.ts';
import { stepFile, stepGroups } from '../warehouse/publish/steps.ts';
import { readNamedStatements } from '../warehouse/sql-files.ts';
import type { DatasetVersion } from '../warehouse/versions.ts';
import { EstimatesRefused } from './refusal.ts';

/** No lineage is called so. There is one trial at a time, so what a killed one left is found by the name. */
const trialDatabase = 'estimates_trial';

/** Sources are hidden a part at a time, so that something is known of each product meanwhile. */
export const folds = 5;
/** Days up to the as-of day over which estimates are compared with what is known. */
export const windowsJudged = [7, 30] as const;

/** Which products a trial is of, by a hash where there are more. */
export type TrialProducts = 'known' | 'linked';
const productsMax = { known: 20_000, linked: 200_000 } as const;

/** The steps that split sales, as a publish runs them. */
const splitting = stepGroups.flat().filter(({ name }) => name === '45_learned' || name === '50_attribution');
/** Tables that these read and write. */
const stateTables = [
  'link',
  'product_day',
  'source_day',
  'stated_day',
  'attribution',
  'split_day',
  'unit_span',
  'learned',
];
const scratchTables = ['touched_cell', 'relearned', 'learning', 'splitting'];

const statements = readNamedStatements(new URL('./trial.sql', import.meta.url));

/** Products of the served version, to be estimated again under other assumptions. Nothing that is served changes. */
export interface Trial {
  readonly served: DatasetVersion;
  /** Treats the known sales of one fold of the sources as unknown; undefined: of none. */
  hide(fold: number | undefined): Promise<void>;
  /** Splits all sales again, by the steps of a publish. */
  estimate(settings: PublishSettings): Promise<void>;
  /** Runs a SELECT that reads the trial and the state it was taken from. */
  rows<Row>(sql: string, parameters?: SqlParameters): Promise<readonly Row[]>;
}

/**
 * Works in a trial, which is gone afterwards, however that ends. The caller sees to it that no publish runs meanwhile.
 *
 * @throws EstimatesRefused where the state of the served version was made by an earlier release
 */
export async function inTrial<Result>(
  engine: Engine,
  served: DatasetVersion,
  products: TrialProducts,
  work: (trial: Trial) => Promise<Result>,
): Promise<Result> {
  await refuseOldState(engine, served);
  await dropTrial(engine);
  try {
    const result = await work(await makeTrial(engine, served, products));
    await dropTrial(engine);
    return result;
  } catch (error) {
    // What failed first is what to know. What stays is dropped by the next start.
    await dropTrial(engine).catch(() => {});
    throw error;
  }
}

/** Removes what a trial left that was killed. */
export async function dropTrial(engine: Engine): Promise<void> {
  await engine.command(`DROP DATABASE IF EXISTS ${trialDatabase} SYNC`);
}

async function refuseOldState(engine: Engine, { version, lineage }: DatasetVersion): Promise<void> {
  const found = await engine.rows(
    'SELECT 1 FROM system.tables WHERE database = {state:String} AND name = {name:String}',
    {
      state: stateDatabase(lineage),
      name: 'learned',
    },
  );
  if (found.length === 0)
    throw new EstimatesRefused(`version ${version} was published by an earlier release: publish once, then try again`);
}

async function makeTrial(engine: Engine, served: DatasetVersion, products: TrialProducts): Promise<Trial> {
  const base = trialParameters(served, products);
  const run = (name: string, parameters: SqlParameters = {}) =>
    engine.command(statements.get(name) ?? '', { ...base, ...parameters });
  await run('made');
  for (const statement of tableStatements()) await engine.command(statement, base);
  for (const name of ['chosen_table', `chosen_${products}`]) await run(name);
  for (const name of ['links', 'product_days', 'source_days', 'spans', 'spans_observed']) await run(name);
  const empty = async (tables: readonly string[]) => {
    for (const table of tables) await engine.command(`TRUNCATE TABLE {state:Identifier}.${table}`, base);
  };
  return {
    served,
    rows: (sql, parameters) => engine.rows(sql, { ...base, ...parameters }),
    async hide(fold) {
      await empty(['stated_day']);
      await run('stated_days', { hidden_fold: fold ?? -1 });
    },
    async estimate(settings) {
      await empty(['learning', 'splitting', 'learned', 'attribution', 'split_day']);
      await split(engine, served, settings);
    },
  };
}

function trialParameters({ version, lineage, asOf }: DatasetVersion, products: TrialProducts): SqlParameters {
  return {
    source: stateDatabase(lineage),
    state: trialDatabase,
    served: version,
    as_of_day: dayOf(asOf),
    folds,
    days_judged: Math.max(...windowsJudged),
    windows_judged: windowsJudged,
    products_max: productsMax[products],
  };
}

function tableStatements(): readonly string[] {
  const wanted = [...stateTables, ...scratchTables];
  const nameOf = (statement: string) =>
    /^CREATE TABLE (?:IF NOT EXISTS )?\{state:Identifier\}\.(\w+)/.exec(statement)?.[1];
  return ['00_state', '01_scratch']
    .flatMap((name) => stepFile(name).statements)
    .filter((statement) => wanted.includes(nameOf(statement) ?? ''));
}

async function split(engine: Engine, served: DatasetVersion, settings: PublishSettings): Promise<void> {
  const asOfDay = dayOf(served.asOf);
  const plan = { asOfDay, base: undefined, served: 0, fallback: 0, watermark: 0, force: false };
  const parameters = { ...stepParameters(plan, { ...served, version: 1 }, settings), state: trialDatabase };
  for (const step of splitting) await step.run({ engine, plan, parameters });
}
