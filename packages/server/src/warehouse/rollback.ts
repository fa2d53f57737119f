import { ApiError, errors } from '../kernel/errors.ts';
import type { DatasetVersion, VersionStore } from './versions.ts';

/** What a rollback did. */
export interface RollbackReport {
  /** The version that was served, and is dropped now. */
  readonly from: number;
  /** The one that is served instead. */
  readonly version: number;
  /** Its as-of day, `YYYY-MM-DD`. */
  readonly asOf: string;
}

/**
 * Serves an earlier version again. The next publish goes on from it; what was ingested since is in that publish too.
 * The caller sees to it that no publish runs meanwhile.
 *
 * @param wanted default: the version that was served before.
 * @throws ApiError 404 for a version that never was, 409 when it cannot be served.
 */
export async function rollBack(versions: VersionStore, wanted?: number): Promise<RollbackReport> {
  const served = await versions.current();
  if (served === undefined) throw refusal('nothing is published yet');
  const { version, asOf } = target(await versions.list(), served, wanted);
  if (!(await versions.pointBack(served.version, version)))
    throw refusal(`version ${served.version} is no longer served`);
  return { from: served.version, version, asOf };
}

function target(all: readonly DatasetVersion[], served: DatasetVersion, wanted: number | undefined): DatasetVersion {
  const found =
    wanted === undefined
      ? all.find(({ version, status }) => version < served.version && status === 'ready')
      : all.find(({ version }) => version === wanted);
  if (found === undefined) {
    if (wanted === undefined) throw refusal(`no data is left of the versions before ${served.version}`);
    throw new ApiError(errors.resourceUnknown, { kind: 'version', id: wanted });
  }
  refuseUnservable(found, served);
  return found;
}

function refuseUnservable({ version, status }: DatasetVersion, served: DatasetVersion): void {
  if (version === served.version) throw refusal(`version ${version} is already served`);
  if (status === 'dropped') throw refusal(`the data of version ${version} was deleted`);
  if (status !== 'ready') throw refusal(`version ${version} was never completed`);
}

function refusal(reason: string): ApiError {
  return new ApiError(errors.rollbackRefused, { reason });
}
