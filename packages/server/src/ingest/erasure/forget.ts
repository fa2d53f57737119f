import { ApiError, errors } from '../../kernel/errors.ts';
import type { Engine } from '../../warehouse/engine.ts';
import { type ErasedRecords, eraseCreator } from '../../warehouse/erase-creator.ts';
import { isId } from '../fields/ids.ts';
import type { Erasures } from './erasures.ts';
import type { HoldableBatches } from './holdable-batches.ts';

/** What forgetting somebody did. */
export interface ForgetReport {
  /** The name that stands for them, in the audit log too; the id is kept nowhere. */
  readonly person: string;
  /** Observations that were deleted, by kind. */
  readonly records: ErasedRecords;
  /** The version that is served now, worked out without them; null where nothing was published. */
  readonly version: number | null;
}

export interface ForgetParts {
  readonly engine: Engine;
  readonly batches: HoldableBatches;
  readonly erasures: Erasures;
  /** Publishes from the landing tables alone, if anything was published, and removes all that is older. @returns the version. */
  publishAnew(): Promise<number | null>;
  /** Removes every image that was fetched: which of them show the creator is known no more once the records are gone. */
  clearImages(): Promise<void>;
}

/**
 * Forgets a creator for good: their records, videos and lives go from all that was taken in and published, and are left out
 * when they come again. Doing it again after it failed completes it.
 *
 * @throws ApiError parameter-invalid; ingest-running, for rows that are on their way could not be erased.
 */
export async function forgetCreator(parts: ForgetParts, userId: string): Promise<ForgetReport> {
  refuseBadId(userId);
  const release = await parts.batches.hold();
  try {
    const [batch] = await parts.batches.openOnes();
    if (batch !== undefined) throw new ApiError(errors.ingestRunning, { batch });
    const person = await parts.erasures.add(userId);
    const records = await eraseCreator(parts.engine, userId);
    release();
    const version = await parts.publishAnew();
    // Not before: as long as rows show a picture, it may be fetched again.
    await parts.clearImages();
    return { person, records, version };
  } finally {
    release();
  }
}

/** What was given may be a name: it is not repeated, since messages are logged. */
function refuseBadId(userId: string): void {
  if (isId(userId)) return;
  const given = `a text of length ${userId.length}`;
  throw new ApiError(errors.parameterInvalid, { name: 'user_id', expected: 'an id of 1 to 20 digits', given });
}
