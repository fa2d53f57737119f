import { SqliteAdapter } from 'kysely';

/** SQLite shared by processes: migrations run in one transaction, so that two first starts cannot mix theirs. */
export class SharedSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
