import { mkdirSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Engine } from '../../warehouse/engine/engine.ts';
import type { ListSource } from '../list-source.ts';
import { buildSnapshot, plansOf } from './build/build-snapshot.ts';
import { BuildThread } from './build/build-thread.ts';
import type { SnapshotBudget } from './plan/budget.ts';
import { contentsOf } from './plan/contents.ts';
import { type Manifest, readManifest } from './plan/manifest.ts';
import { fingerprintOf } from './plan/plan.ts';
import { openSnapshot, type Snapshot } from './read/snapshot.ts';

export interface SnapshotsParts {
  readonly engine: Pick<Engine, 'rows' | 'writeFile'>;
  /** Where snapshots are kept, a directory a version. */
  readonly directory: string;
  readonly sources: readonly ListSource[];
  readonly budget: SnapshotBudget;
  /** Hears why a list is left to the engine. */
  onLeftOut(listId: string, reason: string): void;
}

/** The snapshots on disk. */
export class Snapshots {
  readonly #parts: SnapshotsParts;

  constructor(parts: SnapshotsParts) {
    this.#parts = parts;
    mkdirSync(parts.directory, { recursive: true });
  }

  /** Opens the snapshot of a version: the one on disk when it is whole, else a new one. @throws as `buildSnapshot` */
  async open(version: number, signal: AbortSignal): Promise<Snapshot> {
    const manifest = readManifest(this.#path(version));
    const contents = await contentsOf(this.#parts.engine, this.#parts.sources, version, signal);
    const isUsable =
      manifest !== undefined && this.#fits(manifest, version, contents) && (await this.#isIntact(manifest, signal));
    if (!isUsable) await buildSnapshot({ ...this.#parts, directory: this.#path(version), version, contents, signal });
    return openSnapshot(this.#path(version), readManifest(this.#path(version)) as Manifest, this.#parts.sources);
  }

  /** Removes the snapshot of a version; files that are still open stay readable until they are closed. */
  async remove(version: number): Promise<void> {
    await rm(this.#path(version), { recursive: true, force: true });
  }

  /** Removes all but one, or all, and what builds that were cut short have left. */
  async keepOnly(version: number | undefined): Promise<void> {
    await keepOnlySnapshot(this.#parts.directory, version);
  }

  #path(version: number): string {
    return join(this.#parts.directory, directoryName(version));
  }

  #fits(manifest: Manifest, version: number, contents: string): boolean {
    const { sources, budget } = this.#parts;
    return (
      manifest.version === version &&
      manifest.contents === contents &&
      manifest.fingerprint === fingerprintOf(plansOf(sources)) &&
      manifest.budget.memoryBytesMax === budget.memoryBytesMax &&
      manifest.budget.diskBytesMax === budget.diskBytesMax
    );
  }

  async #isIntact(manifest: Manifest, signal: AbortSignal): Promise<boolean> {
    const thread = new BuildThread(signal);
    try {
      const files = Object.values(manifest.lists).flatMap((list) => list.files);
      return await thread.run({ kind: 'verify', directory: this.#path(manifest.version), files });
    } finally {
      await thread.close();
    }
  }
}

function directoryName(version: number): string {
  return `v${version}`;
}

/** Removes all snapshots of a directory but that of one version; of none, all of them. */
export async function keepOnlySnapshot(directory: string, version: number | undefined): Promise<void> {
  const kept = version === undefined ? undefined : directoryName(version);
  for (const name of await readdir(directory)) {
    if (name !== kept) await rm(join(directory, name), { recursive: true, force: true });
  }
}
