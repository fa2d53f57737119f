import { deleteRows } from '../delete-rows.ts';
import type { Engine, SqlParameters } from '../engine/engine.ts';
import { filledLists } from './contents.ts';
import { dropVersions, imagesTable } from './housekeeping.ts';
import { listStatements, unitedStatements } from './list-statements.ts';
import { publishedLists } from './lists/published-lists.ts';
import type { Quarantine, Quarantined } from './quarantine-words.ts';
import { fillLists, runFile, stepFile } from './steps.ts';

const listed = 100;

/** A product breaks a check with new rows, then with those of the version before; without rows there is nothing to break. */
const roundsMax = 3;

const productLists = publishedLists.filter(({ isOfProducts }) => isOfProducts);
const otherLists = publishedLists.filter(({ isOfProducts }) => !isOfProducts);

/**
 * Looks over the version that is being built, and sets aside the products that break a check until it holds together.
 *
 * @throws Error when it never does: what is wrong is not the product's then.
 */
export async function setBrokenAside(engine: Engine, parameters: SqlParameters): Promise<void> {
  for (let round = 1; round < roundsMax; round++) {
    if ((await findBroken(engine, { ...parameters, round })).length === 0) return;
    await replaceRows(engine, parameters);
  }
  const broken = await findBroken(engine, { ...parameters, round: roundsMax });
  if (broken.length > 0) throw doesNotHold(`products fail checks after ${roundsMax} rounds: ${inWords(broken)}`);
}

function doesNotHold(why: string): Error {
  return new Error(`the new version is inconsistent and is not served: ${why}`);
}

interface Broken {
  readonly id: string;
  readonly reason: string;
}

const namedMax = 10;

function inWords(broken: readonly Broken[]): string {
  const named = broken.slice(0, namedMax).map(({ id, reason }) => `${id} (${reason})`);
  return [...named, ...(broken.length > namedMax ? ['…'] : [])].join(', ');
}

/** Sets aside the products that break a check. @returns the first of them */
async function findBroken(engine: Engine, parameters: SqlParameters): Promise<readonly Broken[]> {
  const filled = await filledLists(engine, Number(parameters['version']));
  for (const statement of listStatements('broken', filled)) await engine.command(statement, parameters);
  const checks = await engine.rows<{ list: string; fails: 0 | 1 }>(unitedStatements('check'), parameters);
  const miscounted = checks.filter(({ fails }) => fails === 1).map(({ list }) => list);
  if (miscounted.length > 0)
    for (const statement of listStatements('miscounted')) await engine.command(statement, parameters);
  const found = await engine.rows<Broken>(setAsideNow, { ...parameters, limit: namedMax + 1 });
  if (miscounted.length > 0 && found.length === 0)
    throw doesNotHold(`unexpected number of rows in: ${miscounted.join(', ')}`);
  return found;
}

const setAsideNow = `
  SELECT toString(product_id) AS id, any(reason) AS reason FROM {state:Identifier}.set_aside WHERE round = {round:UInt8}
  GROUP BY product_id ORDER BY product_id LIMIT {limit:UInt8}`;

/** Serves products that are set aside as before, if at all, and what is added up over products anew. */
async function replaceRows(engine: Engine, parameters: SqlParameters): Promise<void> {
  const { state, version } = parameters;
  const isSetAside = `version = ${version} AND product_id IN (SELECT product_id FROM ${state}.set_aside)`;
  for (const { table } of productLists) {
    await deleteRows(engine, table, isSetAside);
    await runFile(engine, stepFile('84_carry_over'), { ...parameters, table });
  }
  const others = [...otherLists.map((list) => list.table), imagesTable];
  await dropVersions(engine, others, (existing) => existing === version);
  await fillLists(engine, parameters, otherLists);
  await runFile(engine, stepFile('74_serving_images'), parameters);
}

/** What was kept out of the version that is being built. */
export async function quarantineOf(engine: Engine, parameters: SqlParameters): Promise<Quarantine> {
  const [report, beyondBounds] = stepFile('85_quarantine').statements;
  const query = `WITH beyond_bounds AS (${beyondBounds}) ${report}`;
  const rows = await engine.rows<Quarantined & { products: string; records: string }>(query, { ...parameters, listed });
  return {
    products: Number(rows[0]?.products ?? 0),
    records: Number(rows[0]?.records ?? 0),
    first: rows.map(({ kind, id, day, why, served }) => ({ kind, id, day, why, served })),
  };
}
