import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { ListSummary } from '../build/build-list.ts';
import type { SnapshotBudget } from './budget.ts';

/** What a snapshot on disk says about itself. It is written last: a directory without it is not a snapshot. */
export interface Manifest {
  readonly version: number;
  /** Names the plans it was made by. */
  readonly fingerprint: string;
  /** Tells the rows it was made from, as `contentsOf` does. */
  readonly contents: string;
  /** What it was allowed to take: with more, or less, other lists may fit. */
  readonly budget: SnapshotBudget;
  /** By list id. A list that is not here was left to the engine. */
  readonly lists: Readonly<Record<string, ListSummary>>;
}

/** A line with the checksum of the next, which is JSON. */
const manifestName = 'manifest';

export function writeManifest(directory: string, manifest: Manifest): void {
  const draft = join(directory, `${manifestName}.draft`);
  const text = JSON.stringify(manifest);
  writeFileSync(draft, `${crc32(text)}\n${text}`);
  renameSync(draft, join(directory, manifestName));
}

/** @returns undefined when there is none, or not the one that was written. */
export function readManifest(directory: string): Manifest | undefined {
  try {
    const [checksum, text = ''] = readFileSync(join(directory, manifestName), 'utf8').split('\n');
    return checksum === String(crc32(text)) ? (JSON.parse(text) as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
