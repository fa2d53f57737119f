import { Kysely, Migrator, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { type AccountsLocation, openAccounts } from '../../src/accounts/database.ts';
import { accountsMigration } from '../../src/accounts/migrations/001-accounts.ts';
import { postgresDialect } from '../../src/accounts/postgres.ts';
import { sqliteDialect } from '../../src/accounts/sqlite.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { databaseVersions } from '../../src/warehouse/versions.ts';
import { engines } from './databases.ts';

const rows = {
  serving_product: 5,
  serving_product_creator: 4,
  serving_product_video: 3,
  serving_creator_product: 2,
  serving_shop_video: 1,
  serving_image: 6,
};
const renamed = {
  'product-list': 5,
  'product-creators': 4,
  'product-videos': 3,
  'influencer-products': 2,
  'shop-videos': 1,
  images: 6,
};
const report = { rows, withoutChange: 'serving_product', quarantine: { products: ['1'] } };

describe.each(engines)('reports from before lists had one name on $title', ({ absent, newLocation }) => {
  it.skipIf(absent)('name lists by their ids, and are otherwise as they were', async () => {
    const place = await newLocation();
    await writeBefore(place.location);
    const accounts = await openAccounts(place.location);
    const found = await accounts.selectFrom('dataset_version').select('report').orderBy('version').execute();
    const lists = await databaseVersions(accounts, systemClock).lists(1);
    await accounts.destroy();
    await place.remove();
    expect(found.map((each) => (each.report === null ? null : JSON.parse(each.report)))).toEqual([
      { ...report, rows: renamed },
      { reason: 'serving_product has 0 rows' },
      null,
    ]);
    const { images: _, ...listed } = renamed;
    expect(lists).toEqual(new Set(Object.keys(listed)));
  });
});

/** A database as the first migration alone leaves it: a version that is ready, one that failed, one being built. */
async function writeBefore({ directory, databaseUrl }: AccountsLocation): Promise<void> {
  const dialect = await (databaseUrl ? postgresDialect(databaseUrl) : sqliteDialect(directory));
  const database = new Kysely<unknown>({ dialect: dialect.kysely });
  const migrations = { '001-accounts': accountsMigration(dialect.addNumberedId) };
  await new Migrator({ db: database, provider: { getMigrations: async () => migrations } }).migrateToLatest();
  for (const [status, text] of [
    ['ready', JSON.stringify(report)],
    ['failed', JSON.stringify({ reason: 'serving_product has 0 rows' })],
    ['building', null],
  ])
    await sql`insert into dataset_version (as_of, lineage, watermark, settings, status, created_at, report)
      values ('2026-11-20', 1, 1, '', ${status}, 1, ${text})`.execute(database);
  await database.destroy();
}
