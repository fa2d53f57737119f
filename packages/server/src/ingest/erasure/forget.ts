import { ApiError, errors } from '../../kernel/errors.ts';
import { type CreatorRecords, recordedCreators } from '../../warehouse/creator-tables.ts';
import type { Engine } from '../../warehouse/engine/engine.ts';
import { eraseCreator } from '../../warehouse/erase-creator.ts';
import type { VersionStore } from '../../warehouse/versions.ts';
import { isId } from '../fields/ids.ts';
import type { Erasures } from './erasures.ts';
import { type ForgetPreview, previewForget } from './forget-preview.ts';
import type { HoldableBatches } from './holdable-batches.ts';

/** What forgetting somebody did. */
export interface ForgetReport {
  /** The name that stands for them, in the audit log too; the id is kept nowhere. */
  readonly person: string;
  /** Observations that were deleted, by kind. */
  readonly records: CreatorRecords;
  /** The version that is served now, worked out without them; null where nothing was published. */
  readonly version: number | null;
}

/** What completing erasures did that had been cut short. */
export interface FinishedErasures {
  readonly persons: number;
  readonly records: CreatorRecords;
  readonly version: number | null;
}

export interface ForgetOptions {
  /** Also somebody of whom nothing is here: their records are left out when they come. */
  readonly unknown?: boolean | undefined;
}

export interface ForgetParts {
  readonly engine: Engine;
  readonly batches: HoldableBatches;
  readonly erasures: Erasures;
  readonly versions: VersionStore;
  /** Publishes from the landing tables alone, if anything was published, and removes all that is older. @returns the version. */
  publishAnew(): Promise<number | null>;
  /** Removes every image that was fetched: which of them show the creator is known no more once the records are gone. */
  clearImages(): Promise<void>;
}

/**
 * Forgets a creator for good: their records, videos and lives go from all that was taken in and published, and are left out
 * when they come again. Doing it again after it failed completes it.
 *
 * @throws ApiError parameter-invalid; creator-unknown; ingest-running, for rows that are on their way could not be erased.
 */
export async function forgetCreator(
  parts: ForgetParts,
  given: string,
  { unknown = false }: ForgetOptions = {},
): Promise<ForgetReport> {
  const { erasures, engine } = parts;
  const userId = checkedId(given);
  const { isKnown } = await creatorPreview(parts, userId);
  if (!isKnown && !unknown) throw new ApiError(errors.creatorUnknown, {});
  const { person, records } = await whileHeld(parts, async () => ({
    person: await erasures.add(userId),
    records: await eraseCreator(engine, userId),
  }));
  const version = await publishedWithout(parts);
  await erasures.finish([person]);
  return { person, records, version };
}

/** Whom forgetting would reach, and what would go. @throws ApiError parameter-invalid */
export async function creatorPreview(
  { engine, erasures, versions }: Pick<ForgetParts, 'engine' | 'erasures' | 'versions'>,
  userId: string,
): Promise<ForgetPreview> {
  return previewForget({ engine, versions, isForgotten: (id) => erasures.has(id) }, checkedId(userId));
}

/**
 * Completes what an earlier process had begun to erase: it may have been killed at any moment.
 *
 * @returns undefined where nothing was left. @throws ApiError ingest-running
 */
export async function finishErasures(parts: ForgetParts): Promise<FinishedErasures | undefined> {
  const { engine, erasures } = parts;
  const unfinished = await erasures.unfinished();
  if (unfinished.length === 0) return undefined;
  const records = await whileHeld(parts, async () => {
    const counts = { creator: 0, video: 0, live: 0 };
    // Their ids are kept nowhere but in what is left of their records.
    for (const id of (await recordedCreators(engine)).filter((each) => erasures.has(each))) {
      const { creator, video, live } = await eraseCreator(engine, id);
      counts.creator += creator;
      counts.video += video;
      counts.live += live;
    }
    // Where everything was deleted already, tables may still have been cut short at letting go of their files.
    await eraseCreator(engine, nobody);
    return counts;
  });
  const version = await publishedWithout(parts);
  await erasures.finish(unfinished);
  return { persons: unfinished.length, records, version };
}

/** No creator has this id. */
const nobody = '0';

/** Does work on the landing tables while no batch is open and none opens. */
async function whileHeld<Result>({ batches }: ForgetParts, work: () => Promise<Result>): Promise<Result> {
  const release = await batches.hold();
  try {
    const [batch] = await batches.openOnes();
    if (batch !== undefined) throw new ApiError(errors.ingestRunning, { batch });
    return await work();
  } finally {
    release();
  }
}

async function publishedWithout(parts: ForgetParts): Promise<number | null> {
  const version = await parts.publishAnew();
  // Not before: as long as rows show a picture, it may be fetched again.
  await parts.clearImages();
  return version;
}

/** As landing tables have it, without zeros before it. What was given may be a name: it is not repeated, since messages are logged. */
function checkedId(userId: string): string {
  if (isId(userId)) return userId.replace(/^0+/, '');
  const given = `a text of length ${userId.length}`;
  throw new ApiError(errors.parameterInvalid, { name: 'user_id', expected: 'an id of 1 to 20 digits', given });
}
