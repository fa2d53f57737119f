import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readAdminToken } from './admin-token.ts';
import { dataPaths } from './data-directory.ts';

const answerMsMax = 5_000;

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

/**
 * The server that runs on a directory; undefined when none does, or the one that did was killed. Its process has to be there and
 * its address has to answer: process ids are used again, in containers by the next start.
 */
export async function findServer(directory: string): Promise<FoundServer | undefined> {
  const paths = dataPaths(directory);
  const said = parsed(paths.serverFile);
  if (said === undefined || !isAlive(said.pid) || !(await answers(said.url))) return undefined;
  return { ...said, adminToken: readAdminToken(paths.adminToken) };
}

async function answers(url: string): Promise<boolean> {
  try {
    const { ok } = await fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(answerMsMax) });
    return ok;
  } catch {
    return false;
  }
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
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // There, but another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
