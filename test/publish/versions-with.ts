import type { VersionStore } from '../../packages/server/src/warehouse/versions.ts';

/** A store of versions some methods of which are others. */
export function versionsWith(versions: VersionStore, others: Partial<VersionStore>): VersionStore {
  return {
    current: () => versions.current(),
    quarantine: () => versions.quarantine(),
    lists: (version) => versions.lists(version),
    list: () => versions.list(),
    history: () => versions.history(),
    begin: (...version) => versions.begin(...version),
    complete: (...version) => versions.complete(...version),
    fail: (...version) => versions.fail(...version),
    pointBack: (...version) => versions.pointBack(...version),
    drop: (...version) => versions.drop(...version),
    outdate: (...version) => versions.outdate(...version),
    ...others,
  };
}
