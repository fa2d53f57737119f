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
