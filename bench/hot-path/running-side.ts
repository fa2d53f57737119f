import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Listening, ProcessorTime } from './child.ts';
import type { SideName } from './sides.ts';

/** A side that listens in a process of its own. */
export interface RunningSide extends Listening {
  readonly name: SideName;
  /** Processor time it has used so far, microseconds. */
  cpuMicros(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts a side. Its log goes into a file of `directory`, as that of a server would.
 *
 * @param profileDirectory where it leaves a processor profile when it stops; undefined: it makes none.
 * @throws Error when it ends before it listens.
 */
export async function startSide(name: SideName, directory: string, profileDirectory?: string): Promise<RunningSide> {
  const own = join(directory, name);
  mkdirSync(own);
  const log = openSync(join(own, 'log'), 'a');
  const profiling = profileDirectory === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileDirectory}`];
  const child = fork(new URL('./child.ts', import.meta.url), [name, own], {
    stdio: ['ignore', 'inherit', log, 'ipc'],
    execArgv: [...process.execArgv, ...profiling],
  });
  closeSync(log);
  const listening = (await answerOf(child)) as Listening;
  return {
    ...listening,
    name,
    async cpuMicros() {
      child.send('processor time');
      return ((await answerOf(child)) as ProcessorTime).cpuMicros;
    },
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const stopWaiting = new AbortController();
  const { signal } = stopWaiting;
  const ended = once(child, 'exit', { signal }).then(([status]) => {
    throw new Error(`a side ended with status ${status} before it was done`);
  });
  ended.catch(() => {});
  const [answer] = await Promise.race([once(child, 'message', { signal }), ended]);
  stopWaiting.abort();
  return answer;
}
