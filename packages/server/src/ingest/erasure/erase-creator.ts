import { ApiError, errors } from '../../kernel/errors.ts';
import { type CreatorRecords, recordedCreators } from '../../warehouse/creator-tables.ts';
import { deleteCreator } from '../../warehouse/delete-creator.ts';
import type { Engine } from '../../warehouse/engine/engine.ts';
import { idsOfSameCreator } from '../../warehouse/same-creator.ts';
import type { VersionStore } from '../../warehouse/versions.ts';
import { isId } from '../fields/ids.ts';
import { handleId, normalHandle } from '../fields/named-ids.ts';
import { type ErasurePreview, previewErasure } from './erasure-preview.ts';
import type { Erasures } from './erasures.ts';
import type { HoldableBatches } from './holdable-batches.ts';

/** The result of an erasure. */
export interface ErasureReport {
  /** The name that stands for them, in the audit log too; the id is kept nowhere. */
  readonly person: string;
  /** Observations that were deleted, by kind. */
  readonly records: CreatorRecords;
  /** The version that is served now, worked out without them; null where nothing was published. */
  readonly version: number | null;
}

/** The result of completing interrupted erasures. */
export interface FinishedErasures {
  readonly persons: number;
  readonly records: CreatorRecords;
  readonly version: number | null;
}

export interface ErasureOptions {
  /** Also a creator without records here: theirs are skipped when they arrive. */
  readonly unknown?: boolean | undefined;
}

export interface ErasureParts {
  readonly engine: Engine;
  readonly batches: HoldableBatches;
  readonly erasures: Erasures;
  readonly versions: VersionStore;
  /**
   * Publishes from the landing tables alone, if anything was published, and removes all that is older.
   *
   * @returns the version.
   */
  publishAnew(): Promise<number | null>;
  /** Removes every cached image: once the records are gone, nothing says which images show the creator. */
  clearImages(): Promise<void>;
}

/**
 * Erases a creator permanently: deletes their records, videos and lives from all that was ingested and published, and
 * skips them when they arrive again. Repeating it after a failure completes it.
 *
 * @throws ApiError parameter-invalid; creator-unknown; ingest-running, for rows that are on their way could not be
 * erased.
 */
export async function eraseCreator(
  parts: ErasureParts,
  given: string,
  { unknown = false }: ErasureOptions = {},
): Promise<ErasureReport> {
  const { erasures, engine } = parts;
  const { isKnown } = await creatorPreview(parts, given);
  if (!isKnown && !unknown) throw new ApiError(errors.creatorUnknown, {});
  const { person, records } = await whileHeld(parts, async () => {
    const ids = await idsOfSameCreator(engine, checkedId(given));
    return { person: await addAll(erasures, ids), records: await deleteAll(engine, ids) };
  });
  const version = await publishedWithout(parts);
  await erasures.finish([person]);
  return { person, records, version };
}

/**
 * Remembers all ids of a person before anything is deleted, for then records no longer say who is the same. The first id
 * alone stands for the person: it is what is left to finish.
 */
async function addAll(erasures: Erasures, [first = nobody, ...others]: readonly string[]): Promise<string> {
  const person = await erasures.add(first);
  for (const id of others) await erasures.finish([await erasures.add(id)]);
  return person;
}

async function deleteAll(engine: Engine, ids: readonly string[]): Promise<CreatorRecords> {
  const counts = { creator: 0, video: 0, live: 0, sale: 0 };
  for (const id of ids) {
    const { creator, video, live, sale } = await deleteCreator(engine, id);
    counts.creator += creator;
    counts.video += video;
    counts.live += live;
    counts.sale += sale;
  }
  return counts;
}

/**
 * Whom an erasure would affect, and what it would delete.
 *
 * @param given an id, or a handle with `@` before it. @throws ApiError parameter-invalid
 */
export async function creatorPreview(
  { engine, erasures, versions }: Pick<ErasureParts, 'engine' | 'erasures' | 'versions'>,
  given: string,
): Promise<ErasurePreview> {
  const ids = await idsOfSameCreator(engine, checkedId(given));
  return previewErasure({ engine, versions, isErased: (id) => erasures.has(id) }, ids);
}

/**
 * Completes the erasures of an earlier process, which may have been killed at any moment.
 *
 * @returns undefined where nothing was left. @throws ApiError ingest-running
 */
export async function finishErasures(parts: ErasureParts): Promise<FinishedErasures | undefined> {
  const { engine, erasures } = parts;
  const unfinished = await erasures.unfinished();
  if (unfinished.length === 0) return undefined;
  const records = await whileHeld(parts, async () => {
    // Their ids are kept nowhere but in what is left of their records.
    const ids: string[] = [];
    for (const id of (await recordedCreators(engine)).filter((each) => erasures.has(each))) {
      const same = await idsOfSameCreator(engine, id);
      await addAll(erasures, same);
      ids.push(...same);
    }
    // Where everything was deleted already, tables may still have been cut short at letting go of their files.
    return deleteAll(engine, [...new Set(ids), nobody]);
  });
  const version = await publishedWithout(parts);
  await erasures.finish(await erasures.unfinished());
  return { persons: unfinished.length, records, version };
}

/** No creator has this id. */
const nobody = '0';

/** Does work on the landing tables while no batch is open and none opens. */
async function whileHeld<Result>({ batches }: ErasureParts, work: () => Promise<Result>): Promise<Result> {
  const release = await batches.hold();
  try {
    const [batch] = await batches.openOnes();
    if (batch !== undefined) throw new ApiError(errors.ingestRunning, { batch });
    return await work();
  } finally {
    release();
  }
}

async function publishedWithout(parts: ErasureParts): Promise<number | null> {
  const version = await parts.publishAnew();
  // Not before: as long as rows show a picture, it may be fetched again.
  await parts.clearImages();
  return version;
}

/**
 * As landing tables have it, without zeros before it; of a handle, the id that stands for it. What was given may be a name: it is not repeated, since messages
 * are logged.
 */
function checkedId(userId: string): string {
  if (isId(userId)) return userId.replace(/^0+/, '');
  if (userId.startsWith('@') && normalHandle(userId) !== '') return handleId(userId);
  const given = `a text of length ${userId.length}`;
  throw new ApiError(errors.parameterInvalid, {
    name: 'user_id',
    expected: 'an id of 1 to 20 digits, or @ and a handle',
    given,
  });
}
