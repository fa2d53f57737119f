import { join } from 'node:path';
import { runTask, startServer } from '../children.ts';
import { fingerprintOf } from '../fingerprint.ts';
import { type Memory, memoryOf, processorSeconds, processTree } from '../measuring/processes.ts';
import { emptyPeer, isFilled } from '../postgres/fill.ts';
import { databaseSize, serverVersion } from '../postgres/inspection.ts';
import { type LocalServer, startLocalServer } from '../postgres/local-server.ts';
import type { Side } from './side.ts';

export interface PostgresSetup {
  /** A server that is given; absent: one is started in `directory`. */
  readonly databaseUrl: string | undefined;
  readonly directory: string;
  /** Where the rows come from. */
  readonly dataDirectory: string;
  readonly logs: string;
  /** Tells these rows from others. */
  readonly rowsMark: string;
  /** Leave the rows in a server that is given. */
  readonly keep: boolean;
}

/**
 * Starts or reaches the peer, fills it unless it is filled already, and serves it over HTTP.
 *
 * @param opened hears of the database server as soon as it has to be stopped; the side is the caller's to stop.
 */
export async function openPostgresSide(setup: PostgresSetup, opened: (server: LocalServer) => void): Promise<Side> {
  const { databaseUrl: given, dataDirectory, directory, logs } = setup;
  const local = given === undefined ? await startLocalServer(directory, join(logs, 'postgres-server.log')) : undefined;
  if (local !== undefined) opened(local);
  const databaseUrl = given ?? local?.databaseUrl ?? '';
  const mark = `${setup.rowsMark} ${fingerprintOf(new URL('../postgres/', import.meta.url))}`;
  const kept = setup.keep && (await isFilled(databaseUrl, mark));
  if (!kept) await runTask('fill', { dataDirectory, databaseUrl, mark }, logs);
  return serve(setup, databaseUrl, local);
}

async function serve(setup: PostgresSetup, databaseUrl: string, local: LocalServer | undefined): Promise<Side> {
  const server = await startServer('postgres', { databaseUrl }, setup.logs);
  return {
    ...server,
    name: 'postgres',
    about: await serverVersion(databaseUrl),
    processorSeconds: () => local && processorSeconds([...processTree(server.pid), ...processTree(local.pid)]),
    memory: async () => local && memory(server.pid, local.pid, databaseUrl),
    diskBytes: async () => (await databaseSize(databaseUrl)).tableBytes,
    async stop() {
      await server.stop();
      if (local === undefined && !setup.keep) await emptyPeer(databaseUrl);
    },
  };
}

/** The HTTP server's memory, what each server process has for itself, and the buffers that they share, once. */
async function memory(httpPid: number, serverPid: number, databaseUrl: string): Promise<Memory> {
  const http = memoryOf(httpPid);
  const { bufferBytes } = await databaseSize(databaseUrl);
  const own = processTree(serverPid).reduce((sum, pid) => sum + memoryOf(pid).anonymousBytes, 0);
  return {
    residentBytes: http.residentBytes + own + bufferBytes,
    anonymousBytes: http.anonymousBytes + own,
  };
}
