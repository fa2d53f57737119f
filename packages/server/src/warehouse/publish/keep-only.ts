import type { Engine } from '../engine/engine.ts';
import { purgeOldParts } from '../purge-old-parts.ts';
import type { VersionStore } from '../versions.ts';
import { dropLineages, servingTables } from './housekeeping.ts';

/** No version and no lineage has this number. */
const none = 0;

/**
 * Leaves of all that was ever published, and of what publishes that failed had written, the served version alone, down to the
 * files: nothing can be rolled back to.
 */
export async function keepOnlyServed(engine: Engine, versions: VersionStore): Promise<void> {
  const { version: kept, lineage } = (await versions.current()) ?? { version: none, lineage: none };
  for (const { version, status } of await versions.list())
    if (status === 'ready' && version !== kept) await versions.drop(version);
  for (const table of await servingTables(engine)) await purgeOldParts(engine, table, String(kept));
  await dropLineages(engine, [lineage]);
}
