import { statfsSync } from 'node:fs';

const memory = '/dev/shm';
const freeBytesMin = 4 * 1024 ** 3;

/**
 * The environment of tests: they keep what they write in memory where Linux offers that and there is room, since the engine makes
 * and removes thousands of small files. `TMPDIR` names another place.
 */
export function temporaryPlace(): Readonly<Record<string, string>> {
  return process.env['TMPDIR'] === undefined && freeBytes(memory) >= freeBytesMin ? { TMPDIR: memory } : {};
}

function freeBytes(directory: string): number {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
