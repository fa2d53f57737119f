import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const program = fileURLToPath(new URL('../bin/vitrine.js', import.meta.url));
const startScript = fileURLToPath(new URL('../../../scripts/start.mjs', import.meta.url));

/** What the machine's environment says must not change what is tested. */
const environment = { PATH: process.env['PATH'] ?? '' };

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `vitrine` to its end, as a process of its own. */
export async function vitrine(
  words: readonly string[],
  { stdin = '', environment = {} }: RunOptions = {},
): Promise<Ended> {
  const child = spawned(program, words, environment);
  // A command may end without having read what it is given.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status, stdout, stderr };
}

/** Runs `vitrine` on a terminal, where somebody types. @returns what the terminal shows */
export async function vitrineOnTerminal(words: readonly string[], typed: string): Promise<Ended> {
  const command = [process.execPath, program, ...words].map((word) => `'${word}'`).join(' ');
  const child = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], { env: environment });
  child.stdin.write(typed);
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { status, stdout, stderr };
}

/** As {@link vitrine} with `--json`: the document, once the command succeeded. */
export async function vitrineJson<Result>(words: readonly string[], options: RunOptions = {}): Promise<Result> {
  const { status, stdout, stderr } = await vitrine([...words, '--json'], options);
  if (status !== 0) throw new Error(`vitrine ${words.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/** A process that runs until it is told to stop. */
export interface Running {
  readonly url: string;
  readonly pid: number;
  /** What it printed up to the moment it served. */
  readonly said: string;
  /** What it wrote to its log, once it has ended. */
  readonly log: Promise<string>;
  /** Sends SIGTERM and waits for the end. @returns the exit status */
  stop(): Promise<number | null>;
}

/** Starts `vitrine serve` on any free port. */
export function serving(data: string, environment: RunOptions['environment'] = {}): Promise<Running> {
  return running(program, ['serve', '--data', data, '--port', '0'], environment);
}

/** Starts what `npm start` starts, on any free port. */
export function starting(data: string): Promise<Running> {
  return running(startScript, ['--data', data, '--port', '0'], {});
}

async function running(script: string, words: readonly string[], extra: RunOptions['environment']): Promise<Running> {
  const child = spawned(script, words, { LOG_LEVEL: 'silent', ...extra });
  const errors = text(child.stderr);
  const said = await saidBeforeServing(child);
  const url = /http:\/\/[\d.]+:\d+/.exec(said)?.[0];
  if (url === undefined) throw new Error(`no URL in what was said: ${said}${await errors}`);
  return {
    url,
    pid: child.pid ?? 0,
    said,
    log: errors,
    async stop() {
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      const [status] = await ended;
      return status;
    },
  };
}

async function saidBeforeServing(child: ChildProcessWithoutNullStreams): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    said += chunk;
    if (said.endsWith('\n') && /http:/.test(said)) break;
  }
  child.stdout.resume();
  return said;
}

function spawned(script: string, words: readonly string[], extra: RunOptions['environment']) {
  return spawn(process.execPath, [script, ...words], { env: { ...environment, ...extra } });
}

export interface TemporaryDirectory {
  readonly path: string;
  remove(): void;
}

export function temporaryDirectory(): TemporaryDirectory {
  const path = mkdtempSync(join(tmpdir(), 'vitrine-cli-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
