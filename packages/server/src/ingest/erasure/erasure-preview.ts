import type { Engine } from '../../warehouse/engine/engine.ts';
import { type KnownCreator, knownCreator } from '../../warehouse/known-creator.ts';
import type { VersionStore } from '../../warehouse/versions.ts';

/** Whom an erasure would affect, and what it would delete. Nothing of it is logged. */
export interface ErasurePreview extends KnownCreator {
  /** False if they have no record and were not erased before. */
  readonly isKnown: boolean;
  /** The version that is served, which is published anew without them; null: none. */
  readonly served: number | null;
  /** Versions that cannot be gone back to afterwards. */
  readonly versionsLost: readonly number[];
}

export interface PreviewParts {
  readonly engine: Pick<Engine, 'rows'>;
  readonly versions: VersionStore;
  isErased(userId: string): boolean;
}

/** @param ids digits: all ids of one creator. */
export async function previewErasure(
  { engine, versions, isErased }: PreviewParts,
  ids: readonly string[],
): Promise<ErasurePreview> {
  const [creator, current, all] = await Promise.all([knownCreator(engine, ids), versions.current(), versions.list()]);
  const isHere = creator.shops > 0 || Object.values(creator.records).some((count) => count > 0);
  const versionsLost = all.filter(({ status }) => status === 'ready').map(({ version }) => version);
  return { ...creator, isKnown: isHere || ids.some(isErased), served: current?.version ?? null, versionsLost };
}
