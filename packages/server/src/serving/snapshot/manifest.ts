import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListSummary } from './build-list.ts';

/** What a snapshot on disk says about itself. It is written last: a directory without it is not a snapshot. */
export interface Manifest {
  readonly version: number;
  /** Names the plans it was made by. */
  readonly fingerprint: string;
  /** By list id. A list that is not here was left to the engine. */
  readonly lists: Readonly<Record<string, ListSummary>>;
}

const manifestName = 'manifest.json';

export function writeManifest(directory: string, manifest: Manifest): void {
  const draft = join(directory, `${manifestName}.draft`);
  writeFileSync(draft, JSON.stringify(manifest));
  renameSync(draft, join(directory, manifestName));
}

/** @returns undefined when there is none that can be read. */
export function readManifest(directory: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(directory, manifestName), 'utf8')) as Manifest;
  } catch {
    return undefined;
  }
}
