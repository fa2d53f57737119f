import { createHash } from 'node:crypto';
import { readSqlFiles } from '../../packages/server/src/warehouse/sql-files.ts';

/**
 * Short text that changes with what the `.sql` files of folders say, so that what was kept of an older version is told
 * apart.
 */
export function fingerprintOf(...folders: readonly URL[]): string {
  return createHash('sha256')
    .update(JSON.stringify(folders.map(readSqlFiles)))
    .digest('hex')
    .slice(0, 12);
}

/** The same of the SQL that rows, days and the index of search are made with. */
export function makingFingerprint(): string {
  const folders = ['./making/', './making/lists/', './making/state/', './making/search/'];
  return fingerprintOf(...folders.map((folder) => new URL(folder, import.meta.url)));
}
