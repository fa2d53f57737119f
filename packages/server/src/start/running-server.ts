import { findServer } from './server-file.ts';
import { StartError } from './start-failure.ts';

/**
 * The engine would refuse too, but in its own words and without the address.
 *
 * @throws StartError when a server has the directory
 */
export async function refuseRunningServer(directory: string): Promise<void> {
  const running = await findServer(directory);
  if (running === undefined) return;
  const where = `a server is already running on ${directory}, at ${running.url} (process ${running.pid})`;
  throw new StartError(`${where}: stop it, or choose another data directory with --data (VITRINE_DATA_DIR)`);
}
