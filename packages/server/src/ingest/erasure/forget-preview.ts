import type { Engine } from '../../warehouse/engine/engine.ts';
import { type KnownCreator, knownCreator } from '../../warehouse/known-creator.ts';
import type { VersionStore } from '../../warehouse/versions.ts';

/** Whom forgetting would reach, and what would go. Nothing of it is logged. */
export interface ForgetPreview extends KnownCreator {
  /** False when no record is of them and they were not forgotten before. */
  readonly isKnown: boolean;
  /** The version that is served, which is published anew without them; null: none. */
  readonly served: number | null;
  /** Versions that cannot be gone back to afterwards. */
  readonly versionsLost: readonly number[];
}

export interface PreviewParts {
  readonly engine: Pick<Engine, 'rows'>;
  readonly versions: VersionStore;
  isForgotten(userId: string): boolean;
}

/** @param userId digits. */
export async function previewForget(
  { engine, versions, isForgotten }: PreviewParts,
  userId: string,
): Promise<ForgetPreview> {
  const [creator, current, all] = await Promise.all([
    knownCreator(engine, userId),
    versions.current(),
    versions.list(),
  ]);
  const isHere = Object.values(creator.records).some((count) => count > 0);
  const versionsLost = all.filter(({ status }) => status === 'ready').map(({ version }) => version);
  return { ...creator, isKnown: isHere || isForgotten(userId), served: current?.version ?? null, versionsLost };
}
