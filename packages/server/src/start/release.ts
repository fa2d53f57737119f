import { readFileSync, writeFileSync } from 'node:fs';
import type { DataPaths } from './data-directory.ts';
import { productVersion } from './product-version.ts';
import { StartError } from './start-failure.ts';

/**
 * @throws StartError when a newer release has worked on the directory: it may have changed what this one would misread
 */
export function refuseNewerRelease({ directory, release: path }: DataPaths, own = productVersion()): void {
  const last = lastRelease(path);
  if (last === undefined || !isNewer(last, own)) return;
  const advice = `install ${last} or later, or choose another directory with --data (VITRINE_DATA_DIR)`;
  throw new StartError(
    `the data directory ${directory} was last used by Vitrine ${last}, but this is ${own}: ${advice}`,
  );
}

/** Remembers that this release works on the directory. */
export function keepRelease({ release: path }: DataPaths, own = productVersion()): void {
  if (lastRelease(path) !== own) writeFileSync(path, `${own}\n`, { mode: 0o600 });
}

function lastRelease(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isNewer(given: string, own: string): boolean {
  const [ours, theirs] = [numbersOf(own), numbersOf(given)];
  const at = theirs.findIndex((number, place) => number !== ours[place]);
  return at >= 0 && (theirs[at] ?? 0) > (ours[at] ?? 0);
}

/** Major, minor and patch. */
function numbersOf(version: string): readonly number[] {
  return version.split(/[.+-]/, 3).map(Number);
}
