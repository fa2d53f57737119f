import { fork } from 'node:child_process';
import { once } from 'node:events';
import { type BuiltProgram, builtProgram } from '../../../../../../test/running/built-program.ts';
import type { AccountsLocation } from '../../../../src/accounts/database.ts';

/** What {@link startServer} starts. */
export function serverProgram(): BuiltProgram {
  return builtProgram(new URL('server-process.ts', import.meta.url));
}

/** A server in a process of its own. */
export interface RunningServer {
  readonly url: string;
  /** Ends it at once, without a chance to finish anything (SIGKILL). */
  kill(): void;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
}

/** @param name what PostgreSQL knows its connections by. @throws Error when it ends before it listens. */
export async function startServer(
  { path }: BuiltProgram,
  { directory, databaseUrl }: AccountsLocation,
  name: string,
): Promise<RunningServer> {
  const child = fork(path, [directory, databaseUrl ?? ''], {
    execArgv: [],
    env: { ...process.env, PGAPPNAME: name },
  });
  const gone = once(child, 'exit').then(([status]) => {
    // Without it, a server that cannot start would be waited for without end.
    child.emit('message', { status });
  });
  const [said] = await once(child, 'message');
  if (typeof said !== 'string') throw new Error(`a server ended before it listened: ${JSON.stringify(said)}`);
  return { url: said, gone, kill: () => child.kill('SIGKILL') };
}
