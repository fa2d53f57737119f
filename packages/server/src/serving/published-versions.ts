import { ApiError, errors } from '../kernel/errors.ts';
import { type Day, dayOf } from '../warehouse/day.ts';
import { EngineError } from '../warehouse/engine/engine.ts';
import { stateDatabase } from '../warehouse/publish/state-database.ts';
import type { VersionStore } from '../warehouse/versions.ts';

/** Where the state of a version is. */
export interface PublishedVersion {
  readonly version: number;
  /** Database with the changes of its lineage: those of later versions too. */
  readonly state: string;
  readonly asOfDay: Day;
}

/** Versions that are remembered: readers ask for the served one, and for the one before it. */
const keptMax = 16;

/** Finds the state of versions, which never moves. */
export class PublishedVersions {
  readonly #versions: Pick<VersionStore, 'list'>;
  readonly #kept = new Map<number, PublishedVersion>();

  constructor(versions: Pick<VersionStore, 'list'>) {
    this.#versions = versions;
  }

  /** Undefined where there is no such version. */
  async find(version: number): Promise<PublishedVersion | undefined> {
    const kept = this.#kept.get(version);
    if (kept !== undefined) return kept;
    const found = (await this.#versions.list()).find((each) => each.version === version);
    if (found === undefined) return undefined;
    const published = { version, state: stateDatabase(found.lineage), asOfDay: dayOf(found.asOf) };
    if (this.#kept.size >= keptMax) this.#kept.clear();
    this.#kept.set(version, published);
    return published;
  }
}

const lacking = ['UNKNOWN_DATABASE', 'UNKNOWN_TABLE', 'UNKNOWN_IDENTIFIER'];

/**
 * What is read of the state of a version.
 *
 * @throws ApiError 503 where the release that published the version did not have this state.
 */
export async function readOfState<Read>(
  { id }: { readonly id: string },
  { state }: PublishedVersion,
  read: Promise<Read>,
): Promise<Read> {
  try {
    return await read;
  } catch (cause) {
    const isLacking = cause instanceof EngineError && lacking.includes(cause.type) && cause.message.includes(state);
    throw isLacking ? new ApiError(errors.listNotPublished, { list: id }, { cause }) : cause;
  }
}
