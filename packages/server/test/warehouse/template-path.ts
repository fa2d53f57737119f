import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the workers of one run of the tests find an empty warehouse.
 *
 * @param runPid default: the process that started this worker
 */
export function templatePath(runPid = process.ppid): string {
  return join(tmpdir(), `vitrine-empty-warehouse-${runPid}`);
}
