import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { openChdb } from '../../packages/server/src/warehouse/engine/chdb/chdb.ts';
import type { Engine } from '../../packages/server/src/warehouse/engine/engine.ts';
import { applySchema } from '../../packages/server/src/warehouse/schema.ts';
import { readSqlFile } from '../../packages/server/src/warehouse/sql-files.ts';

/** Schemas of releases, as they were: a data directory may have been made with any of them. */
const releases = ['0.1.0'] as const;

const opened: { readonly engine: Engine; readonly directory: string }[] = [];

afterEach(closeAll);

/** The engine opens one directory at a time. */
async function closeAll(): Promise<void> {
  for (const { engine, directory } of opened.splice(0)) {
    await engine.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

it.each(releases)('a data directory of release %s has the tables of a new one after a start', async (release) => {
  const fresh = await openEngine();
  await applySchema(fresh);
  const wanted = await schemaOf(fresh);
  await closeAll();
  const old = await directoryOf(release);
  await applySchema(old);
  expect(await schemaOf(old)).toEqual(wanted);
});

it.each(releases)('a data directory that release %s used once more after an upgrade loses no rows', async (release) => {
  const engine = await openEngine();
  await applySchema(engine);
  const row = (version: number) => Buffer.from(`${JSON.stringify({ version, product_id: '1', region: 'US' })}\n`);
  await engine.insert('serving_product_list', row(1));
  await makeTables(engine, release);
  await engine.insert('serving_product', row(2));
  await engine.command("CREATE OR REPLACE FUNCTION vitrineSchema AS () -> 'of another release'");
  await applySchema(engine);
  const rows = await engine.rows('SELECT version, product_id, region FROM serving_product_list ORDER BY version');
  expect(rows).toEqual([1, 2].map((version) => ({ version, product_id: '1', region: 'US' })));
  expect(await engine.rows("SELECT 1 FROM system.tables WHERE name = 'serving_product'")).toEqual([]);
});

it.each(releases)('a data directory of release %s takes in fields that are new', async (release) => {
  const old = await directoryOf(release);
  await applySchema(old);
  for (const row of landedLater)
    await old.insert('landing_product', Buffer.from(`${JSON.stringify({ product_id: '1', batch: 1, ...row })}\n`));
  const rows = await old.rows(
    'SELECT from_flag, grade, has_detail, out_of_bounds FROM landing_product ORDER BY observed_at, grade',
  );
  expect(rows).toEqual([
    { from_flag: 2, grade: 0, has_detail: 1, out_of_bounds: '' },
    { from_flag: 3, grade: 0, has_detail: 1, out_of_bounds: 'from_flag is 3, not from 0 to 2; ' },
    { from_flag: null, grade: 0, has_detail: 0, out_of_bounds: '' },
    { from_flag: null, grade: 1, has_detail: 0, out_of_bounds: '' },
    { from_flag: 2, grade: 2, has_detail: 0, out_of_bounds: '' },
  ]);
});

it.each(releases)('what a data directory of release %s holds is read as it was landed', async (release) => {
  const old = await directoryOf(release);
  for (const row of landed)
    await old.insert('landing_product', Buffer.from(`${JSON.stringify({ product_id: '1', batch: 1, ...row })}\n`));
  const before = await productsOf(old);
  await applySchema(old);
  expect(await productsOf(old)).toEqual(before);
  expect(before).toMatchObject([
    { has_detail: 1, price_cents: null, out_of_bounds: '' },
    { has_detail: 0, price_cents: '250', out_of_bounds: '' },
    { has_detail: 1, out_of_bounds: expect.stringContaining('off_mark is -1, not from 0') },
  ]);
});

const landed = [
  { observed_at: '2026-08-12 10:00:00', region: 'US', product_name: 'Lamp', off_mark: 3 },
  { observed_at: '2026-08-12 11:00:00', region: 'US', min_price: 2.5 },
  { observed_at: '2026-08-12 12:00:00', region: 'US', off_mark: -1 },
];

const landedLater = [
  { observed_at: '2026-08-13 10:00:00', region: 'US', from_flag: 2 },
  { observed_at: '2026-08-13 11:00:00', region: 'US', from_flag: 3 },
  { observed_at: '2026-08-13 12:00:00', region: 'US', rounded_to: 1 },
  { observed_at: '2026-08-13 12:00:00', region: 'US', rounded_to: 100 },
  { observed_at: '2026-08-13 12:00:00', region: 'US', from_flag: 2, derived: 1, rounded_to: 100 },
];

function productsOf(engine: Engine) {
  return engine.rows(
    `SELECT observed_at, region, product_name, off_mark, min_price, has_detail, price_cents, out_of_bounds, origin
     FROM landing_product ORDER BY observed_at`,
  );
}

/** An engine whose directory was made by a release. */
async function directoryOf(release: string): Promise<Engine> {
  const engine = await openEngine();
  await makeTables(engine, release);
  return engine;
}

async function makeTables(engine: Engine, release: string): Promise<void> {
  const { statements } = readSqlFile(new URL(`./released/${release}.sql`, import.meta.url));
  for (const statement of statements) await engine.command(statement);
}

async function openEngine(): Promise<Engine> {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-upgrade-'));
  const engine = await openChdb({ directory, sessions: 1 });
  opened.push({ engine, directory });
  return engine;
}

/** Tables with their keys and indexes, and columns apart from their order. */
async function schemaOf(engine: Engine) {
  return {
    tables: await engine.rows(
      `SELECT name, engine, partition_key, sorting_key, primary_key FROM system.tables
       WHERE database = currentDatabase() ORDER BY name`,
    ),
    columns: await engine.rows(
      `SELECT table, name, type, default_kind, default_expression, comment, compression_codec FROM system.columns
       WHERE database = currentDatabase() ORDER BY table, name`,
    ),
    indexes: await engine.rows(
      `SELECT table, name, expr, type_full, granularity FROM system.data_skipping_indices
       WHERE database = currentDatabase() ORDER BY table, name`,
    ),
  };
}
