import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerName, Servers, TaskName, Tasks } from './child.ts';
import type { Served } from './sides/served.ts';

/** A server in a process of its own. */
export interface RunningServer extends Served {
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Does a task in a process of its own, so that its memory goes with it and the engine's directory is free again.
 *
 * @param logs directory of the log files; what the process says is added to the one of its name.
 * @throws Error when the process ends without a result, with the end of its log.
 */
export async function runTask<Name extends TaskName>(
  name: Name,
  options: Parameters<Tasks[Name]>[0],
  logs: string,
): Promise<Awaited<ReturnType<Tasks[Name]>>> {
  const child = start(name, options, logs);
  const result = await firstMessage(child, name, logs);
  await ended(child);
  return result as Awaited<ReturnType<Tasks[Name]>>;
}

/** Starts a server and waits until it serves. */
export async function startServer<Name extends ServerName>(
  name: Name,
  options: Parameters<Servers[Name]>[0],
  logs: string,
): Promise<RunningServer> {
  const child = start(name, options, logs);
  const served = (await firstMessage(child, name, logs)) as Served;
  return { ...served, pid: child.pid ?? 0, stop: () => stop(child) };
}

function start(name: string, options: object, logs: string): ChildProcess {
  const errors = openSync(logFile(logs, name), 'a');
  const child = fork(new URL('./child.ts', import.meta.url), [name], { stdio: ['ignore', errors, errors, 'ipc'] });
  closeSync(errors);
  child.send(options);
  return child;
}

/** Characters of a log that an error shows. */
const saidMax = 2_000;

function logFile(logs: string, name: string): string {
  return join(logs, `${name}.log`);
}

async function firstMessage(child: ChildProcess, name: string, logs: string): Promise<unknown> {
  const early = once(child, 'exit').then(([status]) => {
    const said = readFileSync(logFile(logs, name), 'utf8').slice(-saidMax);
    throw new Error(
      `${name} ended with status ${status} before it was done. ${logFile(logs, name)} ends with:\n${said}`,
    );
  });
  const [message] = await Promise.race([once(child, 'message'), early]);
  early.catch(() => {});
  return message;
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await ended(child);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
