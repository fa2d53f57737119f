import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { diskBytes } from '../measuring/disk.ts';
import { untilIdle } from '../measuring/idle.ts';
import { memoryOf, processorSeconds, processTree } from '../measuring/processes.ts';
import type { Side } from './side.ts';

/** The command as it is shipped: built. */
const command = fileURLToPath(new URL('../../../packages/cli/bin/vitrine.js', import.meta.url));
/** Nothing of the environment may configure it. */
const environment = { PATH: process.env['PATH'] };
const qps = 1_000_000;
/** It serves at once, and better when it has built what it serves from. */
const buildSecondsMax = 3_600;

/**
 * Starts `vitrine serve` on a data directory with a key that may ask as often as it likes, and waits until the server
 * is ready and has nothing left to build.
 *
 * @param profile directory that gets a processor profile when the server ends.
 */
export async function openVitrineSide(dataDirectory: string, logs: string, profile?: string): Promise<Side> {
  const key = await createKey(dataDirectory);
  const server = launch(dataDirectory, join(logs, 'vitrine.log'), profile);
  const url = await urlOf(server);
  const pid = server.pid ?? 0;
  const used = () => processorSeconds(processTree(pid));
  while (!(await fetch(`${url}/readyz`)).ok) await delay(100);
  await untilIdle(used, buildSecondsMax);
  return {
    name: 'vitrine',
    about: await readersOf(url),
    url,
    headers: { Authorization: `Bearer ${key}` },
    processorSeconds: used,
    memory: async () => memoryOf(pid),
    diskBytes: async () => diskBytes(dataDirectory),
    stop: () => stop(server),
  };
}

async function createKey(dataDirectory: string): Promise<string> {
  const words = ['keys', 'create', '--name', 'bench', '--qps', String(qps), '--data', dataDirectory];
  return (await vitrineCommand<{ key: string }>(words)).key;
}

/** Runs the command to its end. @returns what it prints with `--json` @throws Error when it fails */
export async function vitrineCommand<Printed>(words: readonly string[]): Promise<Printed> {
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...words, '--json'], { env: environment });
  return JSON.parse(stdout) as Printed;
}

function launch(dataDirectory: string, log: string, profile: string | undefined): ChildProcess {
  const errors = openSync(log, 'a');
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
  const server = spawn(
    process.execPath,
    [...profiling, command, 'serve', '--data', dataDirectory, '--port', '0', '--json'],
    {
      env: environment,
      stdio: ['ignore', 'pipe', errors],
    },
  );
  closeSync(errors);
  return server;
}

/** What the server prints once it listens. @throws Error when it ends before */
async function urlOf(server: ChildProcess): Promise<string> {
  let printed = '';
  for await (const piece of server.stdout ?? []) {
    printed += piece;
    const url = /"url": *"([^"]+)"/.exec(printed)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`vitrine serve ended before it listened; it printed ${JSON.stringify(printed)}`);
}

/** Who answers for each list, as the server tells. */
async function readersOf(url: string): Promise<string> {
  const { data } = (await (await fetch(`${url}/readyz`)).json()) as { data: { readers: Record<string, string> } };
  return Object.entries(data.readers)
    .map(([list, reader]) => `${list}: ${reader}`)
    .join(', ');
}

async function stop(server: ChildProcess): Promise<void> {
  server.kill('SIGTERM');
  if (server.exitCode === null && server.signalCode === null) await once(server, 'exit');
}
