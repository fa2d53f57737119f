import { type Kysely, sql } from 'kysely';
import type { AccountsTables, DatasetStatus } from '../accounts/tables.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Quarantine } from './publish/quarantine-words.ts';
import { listsNamed } from './publish/report-names.ts';
import type { EstimateConstants } from './publish/settings.ts';

/** A published dataset. */
export interface DatasetVersion {
  readonly version: number;
  /** As-of day, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Which state it continues; publishes of one lineage build on each other. */
  readonly lineage: number;
  /** Ingest batches with a smaller id are wholly in it. */
  readonly watermark: number;
  /** Fingerprint of the settings its numbers depend on. */
  readonly settings: string;
  readonly status: DatasetStatus;
  /** 1: what it was calculated from has changed since, so that no publish may go on from its lineage. */
  readonly outdated: 0 | 1;
}

/** A version that is served. */
export interface ServedVersion extends DatasetVersion {
  /** When its publish began, in epoch milliseconds: another directory’s version of the same number began at another time. */
  readonly builtAt: number;
}

/** A version with what its estimates assume; null where its report does not say. */
export interface RecordedVersion extends DatasetVersion {
  readonly constants: EstimateConstants | null;
}

export type NewVersion = Omit<DatasetVersion, 'version' | 'status' | 'outdated'>;

/** The dataset versions and the pointer to the one that is served. */
export interface VersionStore {
  /** The version that is served; undefined before the first publish. */
  current(): Promise<ServedVersion | undefined>;
  /**
   * What was kept out of the version that is served; undefined where nothing is served, or it was published before
   * there was a quarantine.
   */
  quarantine(): Promise<Quarantine | undefined>;
  /** Ids of the lists that a version was built with; undefined where its report does not say. */
  lists(version: number): Promise<ReadonlySet<string> | undefined>;
  /** All versions, newest first. */
  list(): Promise<readonly DatasetVersion[]>;
  /** The same, with what the reports of publishes say of each. */
  history(): Promise<readonly RecordedVersion[]>;
  /** Registers a publish that begins. A `lineage` of 0 begins a new one, named after the version. */
  begin(next: NewVersion): Promise<DatasetVersion>;
  /** Marks it ready and moves the pointer to it, in one transaction. */
  complete(version: number, report: object): Promise<void>;
  /** Marks one that is being built as failed; one that is ready stays so. */
  fail(version: number, reason: string): Promise<void>;
  /**
   * Moves the pointer back to an earlier version that is ready, and marks the ready ones after it as dropped, in one
   * transaction. @returns false when another than `from` is served by now; then nothing is changed.
   */
  pointBack(from: number, to: number): Promise<boolean>;
  /** Says that the data of a version is gone. */
  drop(version: number): Promise<void>;
  /**
   * Says that the rows of a batch come or go: no publish goes on from a lineage that may have seen them. None may run.
   */
  outdate(batch: number): Promise<void>;
}

export function databaseVersions(database: Kysely<AccountsTables>, clock: Clock): VersionStore {
  return new DatabaseVersions(database, clock);
}

/** The id of the batch that is opened next, unless a smaller one is taken meanwhile. */
const nextBatch = sql<number>`(select coalesce(max(id), 0) + 1 from ingest_batch)`;

class DatabaseVersions implements VersionStore {
  readonly #database: Kysely<AccountsTables>;
  readonly #clock: Clock;

  constructor(database: Kysely<AccountsTables>, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  async current(): Promise<ServedVersion | undefined> {
    return this.#select()
      .select('created_at as builtAt')
      .innerJoin('dataset_pointer', 'dataset_pointer.version', 'dataset_version.version')
      .executeTakeFirst();
  }

  async quarantine(): Promise<Quarantine | undefined> {
    const served = await this.#database
      .selectFrom('dataset_version')
      .innerJoin('dataset_pointer', 'dataset_pointer.version', 'dataset_version.version')
      .select('report')
      .executeTakeFirst();
    const report: { readonly quarantine?: Quarantine } = JSON.parse(served?.report ?? '{}');
    return report.quarantine;
  }

  async lists(version: number): Promise<ReadonlySet<string> | undefined> {
    const found = await this.#database
      .selectFrom('dataset_version')
      .where('version', '=', version)
      .select('report')
      .executeTakeFirst();
    const report: { readonly rows?: object } = JSON.parse(found?.report ?? '{}');
    return report.rows && listsNamed(Object.keys(report.rows));
  }

  async list(): Promise<readonly DatasetVersion[]> {
    return this.#select().orderBy('dataset_version.version', 'desc').execute();
  }

  async history(): Promise<readonly RecordedVersion[]> {
    const versions = await this.#select().select('report').orderBy('dataset_version.version', 'desc').execute();
    return versions.map(({ report, ...version }) => {
      const { constants = null }: Partial<RecordedVersion> = JSON.parse(report ?? '{}');
      return { ...version, constants };
    });
  }

  async begin({ asOf, lineage, watermark, settings }: NewVersion): Promise<DatasetVersion> {
    return this.#database.transaction().execute(async (transaction) => {
      const { version } = await transaction
        .insertInto('dataset_version')
        .values({ as_of: asOf, lineage, watermark, settings, status: 'building', created_at: this.#clock.now() })
        .returning('version')
        .executeTakeFirstOrThrow();
      const named = lineage === 0 ? version : lineage;
      await transaction.updateTable('dataset_version').set({ lineage: named }).where('version', '=', version).execute();
      return { version, asOf, lineage: named, watermark, settings, status: 'building', outdated: 0 };
    });
  }

  async complete(version: number, report: object): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .updateTable('dataset_version')
        .set({
          status: 'ready',
          finished_at: this.#clock.now(),
          report: JSON.stringify(report),
          batches_below: nextBatch,
        })
        .where('version', '=', version)
        .execute();
      await transaction
        .insertInto('dataset_pointer')
        .values({ id: 1, version })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ version }))
        .execute();
    });
  }

  async fail(version: number, reason: string): Promise<void> {
    await this.#database
      .updateTable('dataset_version')
      .set({
        status: 'failed',
        report: JSON.stringify({ reason }),
        finished_at: this.#clock.now(),
        batches_below: nextBatch,
      })
      .where('version', '=', version)
      .where('status', '=', 'building')
      .execute();
  }

  async pointBack(from: number, to: number): Promise<boolean> {
    return this.#database.transaction().execute(async (transaction) => {
      const moved = await transaction
        .updateTable('dataset_pointer')
        .set({ version: to })
        .where('version', '=', from)
        .executeTakeFirst();
      if (Number(moved.numUpdatedRows) === 0) return false;
      await transaction
        .updateTable('dataset_version')
        .set({ status: 'dropped' })
        .where('version', '>', to)
        .where('status', '=', 'ready')
        .execute();
      return true;
    });
  }

  async drop(version: number): Promise<void> {
    await this.#database
      .updateTable('dataset_version')
      .set({ status: 'dropped' })
      .where('version', '=', version)
      .execute();
  }

  async outdate(batch: number): Promise<void> {
    await this.#database
      .updateTable('dataset_version')
      .set({ outdated: 1 })
      .where('lineage', 'in', (query) =>
        query
          .selectFrom('dataset_version')
          .select('lineage')
          .where((where) => where.or([where('batches_below', 'is', null), where('batches_below', '>', batch)])),
      )
      .execute();
  }

  #select() {
    return this.#database
      .selectFrom('dataset_version')
      .select([
        'dataset_version.version',
        'dataset_version.as_of as asOf',
        'dataset_version.lineage',
        'dataset_version.watermark',
        'dataset_version.settings',
        'dataset_version.status',
        'dataset_version.outdated',
      ]);
  }
}
