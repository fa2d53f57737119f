import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';

/** The command of a release. Only what every release has is used of it. */
export interface Program {
  /** Runs it to its end. @returns its standard output @throws Error when it fails */
  run(words: readonly string[]): string;
  /** Serves a data directory on a free port while `work` runs, and stops as an operator would. */
  serving<Result>(data: string, work: (url: string) => Promise<Result>): Promise<Result>;
}

const outputBytesMax = 64 * 1024 ** 2;
/** Settings of this machine must not change what is kept. */
const environment = { PATH: process.env['PATH'] ?? '', LOG_LEVEL: 'warn' };

export function program(path: string): Program {
  return {
    run: (words) =>
      execFileSync(process.execPath, [path, ...words], {
        encoding: 'utf8',
        env: environment,
        maxBuffer: outputBytesMax,
      }),
    async serving(data, work) {
      const words = ['serve', '--data', data, '--port', '0', '--json'];
      const server = spawn(process.execPath, [path, ...words], {
        env: environment,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        return await work(await urlOf(server));
      } finally {
        await stop(server);
      }
    },
  };
}

async function urlOf(server: ChildProcess): Promise<string> {
  let printed = '';
  for await (const piece of server.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    printed += piece;
    const url = /"url": *"([^"]+)"/.exec(printed)?.[1];
    if (url === undefined) continue;
    server.stdout?.resume();
    return url;
  }
  throw new Error('the server ended before it listened');
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  await ended;
}
