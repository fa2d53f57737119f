import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readAdminToken } from './admin-token.ts';
import { dataPaths } from './data-directory.ts';

/** What a running server says of itself in its data directory. */
interface RunningServer {
  readonly url: string;
  readonly pid: number;
}

/** A server that runs on a data directory. */
export interface FoundServer extends RunningServer {
  /** Undefined when the directory has none, the server having got its token from the environment. */
  readonly adminToken: string | undefined;
}

/** Written whole or not at all: a command may read it at any moment. */
export function writeServerFile(path: string, running: RunningServer): void {
  const draft = `${path}.${running.pid}`;
  writeFileSync(draft, `${JSON.stringify(running)}\n`);
  renameSync(draft, path);
}

export function removeServerFile(path: string): void {
  rmSync(path, { force: true });
}

/** The server that runs on a directory; undefined when none does, or the one that did was killed. */
export function findServer(directory: string): FoundServer | undefined {
  const paths = dataPaths(directory);
  const said = parsed(paths.serverFile);
  if (said === undefined || !isAlive(said.pid)) return undefined;
  return { ...said, adminToken: readAdminToken(paths.adminToken) };
}

function parsed(path: string): RunningServer | undefined {
  try {
    const { url, pid } = JSON.parse(readFileSync(path, 'utf8')) as Partial<RunningServer>;
    return typeof url === 'string' && typeof pid === 'number' ? { url, pid } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There, but another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
