import type { ListSource } from '../../list-source.ts';
import type { ListSummary } from '../build/build-list.ts';
import type { Manifest } from '../plan/manifest.ts';
import { type ListPlan, planOf } from '../plan/plan.ts';
import { openBlockList } from './block-list.ts';
import { openColumnList } from './column-list.ts';
import type { SnapshotList } from './snapshot-list.ts';

/** The lists of one dataset version, open for reading. */
export interface Snapshot {
  readonly version: number;
  /** By list id; a list that is not here is the engine's to answer. */
  readonly lists: ReadonlyMap<string, SnapshotList>;
  close(): void;
}

/** Opens a snapshot that is on disk. @throws SnapshotDamaged, or what the operating system says of its files. */
export async function openSnapshot(
  directory: string,
  manifest: Manifest,
  sources: readonly ListSource[],
): Promise<Snapshot> {
  const lists = new Map<string, SnapshotList>();
  const close = () => {
    for (const list of lists.values()) list.close();
  };
  try {
    for (const source of sources) {
      const [plan, summary] = [planOf(source), manifest.lists[source.id]];
      if (plan !== undefined && summary !== undefined) lists.set(source.id, await openList(directory, plan, summary));
    }
  } catch (cause) {
    close();
    throw cause;
  }
  return { version: manifest.version, lists, close };
}

function openList(directory: string, plan: ListPlan, summary: ListSummary): Promise<SnapshotList> {
  return summary.shape === 'blocks'
    ? openBlockList(directory, plan, summary)
    : openColumnList(directory, plan, summary);
}
