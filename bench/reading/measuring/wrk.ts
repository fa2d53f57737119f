import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type LoadOptions, type LoadResult, patienceSeconds } from './load-options.ts';

const script = fileURLToPath(new URL('./replay.lua', import.meta.url));

/** Whether `wrk` is on the PATH. */
export function hasWrk(): boolean {
  try {
    execFileSync('which', ['wrk'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What the script prints. */
interface Replayed {
  readonly answers: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Of the processor that it took, its start included. */
  readonly processorSeconds: number;
  readonly failures: Readonly<Record<string, number>>;
}

/**
 * Sends the requests with `wrk`, which takes whole seconds. Connections take the next request of the list when they are
 * free.
 *
 * @throws Error when anything but a 200 comes back.
 */
export async function loadWithWrk({ url, headers, requests, connections, seconds }: LoadOptions): Promise<LoadResult> {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-replay-'));
  try {
    const file = join(directory, 'requests');
    writeFileSync(file, `${requests.join('\n')}\n`);
    const words = [
      ...['--threads', '1', '--connections', String(connections), '--duration', `${Math.ceil(seconds)}s`],
      ...['--timeout', `${patienceSeconds}s`, '--script', script],
      ...Object.entries(headers).flatMap(([name, value]) => ['--header', `${name}: ${value}`]),
    ];
    const { stdout } = await promisify(execFile)('wrk', [...words, url, '--', file]);
    return resultOf(url, stdout);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function resultOf(url: string, printed: string): LoadResult {
  const { failures, ...replayed } = JSON.parse(
    printed.split('\n').findLast((line) => line.startsWith('{')) ?? '',
  ) as Replayed;
  const failed = Object.entries(failures).filter(([, count]) => count > 0);
  if (failed.length > 0) {
    const counts = failed.map(([what, count]) => `${count} of ${what}`).join(', ');
    throw new Error(`${url}: every answer has to be a 200; got failures ${counts}`);
  }
  const own = process.cpuUsage();
  return {
    ...replayed,
    mixed: 0,
    generatorShare: replayed.processorSeconds / replayed.seconds,
    processorSeconds: replayed.processorSeconds + (own.user + own.system) / 1e6,
  };
}
