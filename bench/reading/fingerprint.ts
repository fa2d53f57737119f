import { createHash } from 'node:crypto';
import { readSqlFiles } from '../../packages/server/src/warehouse/sql-files.ts';

/**
 * Short text that changes with what the `.sql` files of a folder say, so that what was kept of an older version is told
 * apart.
 */
export function fingerprintOf(folder: URL): string {
  return createHash('sha256')
    .update(JSON.stringify(readSqlFiles(folder)))
    .digest('hex')
    .slice(0, 12);
}
