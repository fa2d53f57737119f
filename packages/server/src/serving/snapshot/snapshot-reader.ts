import type { ListSource } from '../list-source.ts';
import type { PageQuery } from '../page-query.ts';
import type { Page, Reader } from '../reader.ts';
import { SnapshotDamaged } from './row-writer.ts';
import type { Snapshot } from './snapshot.ts';
import type { Snapshots } from './snapshots.ts';

export interface SnapshotReaderParts {
  readonly snapshots: Snapshots;
  /** Answers what no snapshot holds. */
  readonly engineReader: Reader;
  /** Hears of a snapshot that could not be built or read; answers come from the engine then. */
  onFailure(error: unknown): void;
  /** How long a snapshot stays readable after another took its place: requests that began with it end with it. */
  readonly retirementMs?: number;
}

/** Who answers, by list id. */
export type ReaderShares = Readonly<Record<string, 'snapshot' | 'engine'>>;

/** Whether building the files anew could help. */
function isAboutFiles(error: unknown): boolean {
  return error instanceof SnapshotDamaged || (error instanceof Error && 'syscall' in error);
}

const retirementMsDefault = 5_000;

/**
 * Reads pages from a copy of the serving tables in memory and on this node's disk, in microseconds; the engine answers
 * for what the copy does not hold.
 */
export class SnapshotReader implements Reader {
  readonly #parts: SnapshotReaderParts;
  readonly #byVersion = new Map<number, Snapshot>();
  readonly #retirements = new Set<NodeJS.Timeout>();
  #preparing: Promise<void> = Promise.resolve();
  readonly #pagesRead = { snapshot: 0, engine: 0 };
  #wanted = 0;
  #isClosed = false;

  constructor(parts: SnapshotReaderParts) {
    this.#parts = parts;
  }

  async page(source: ListSource, query: PageQuery, version: number): Promise<Page> {
    const list = this.#byVersion.get(version)?.lists.get(source.id);
    if (list === undefined) return this.#askEngine(source, query, version);
    try {
      const page = list.page(query);
      this.#pagesRead.snapshot++;
      return page;
    } catch (error) {
      this.#parts.onFailure(error);
      if (isAboutFiles(error)) this.#rebuild(version);
      return this.#askEngine(source, query, version);
    }
  }

  /** Pages read so far from each. */
  pagesRead(): Readonly<Record<'snapshot' | 'engine', number>> {
    return this.#pagesRead;
  }

  /** Makes a version's snapshot ready to be read. Resolves when it is, or when it is known that it cannot be. */
  prepare(version: number): Promise<void> {
    this.#wanted = version;
    this.#preparing = this.#preparing.then(() => this.#open(version)).catch((error) => this.#parts.onFailure(error));
    return this.#preparing;
  }

  /** Who answers for each list of the version whose snapshot was opened last. */
  shares(sources: readonly ListSource[]): ReaderShares {
    const lists = [...this.#byVersion.values()].at(-1)?.lists;
    return Object.fromEntries(sources.map(({ id }) => [id, lists?.has(id) ? 'snapshot' : 'engine']));
  }

  /** Waits for what is being built. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#preparing;
    for (const timer of this.#retirements) clearTimeout(timer);
    for (const version of [...this.#byVersion.keys()]) this.#drop(version);
  }

  #askEngine(source: ListSource, query: PageQuery, version: number): Promise<Page> {
    this.#pagesRead.engine++;
    return this.#parts.engineReader.page(source, query, version);
  }

  async #open(version: number): Promise<void> {
    // Another one is asked for already, or this one is here.
    if (this.#isClosed || version !== this.#wanted || this.#byVersion.has(version)) return;
    try {
      this.#byVersion.set(version, await this.#parts.snapshots.open(version));
    } finally {
      // Also when there is no new one: the old ones are not asked any more, and the next one may lack their place.
      this.#parts.snapshots.keepOnly(version);
      for (const older of this.#byVersion.keys()) if (older !== version) this.#retire(older);
    }
  }

  #retire(version: number): void {
    const timer = setTimeout(() => {
      this.#retirements.delete(timer);
      this.#drop(version);
    }, this.#parts.retirementMs ?? retirementMsDefault);
    timer.unref();
    this.#retirements.add(timer);
  }

  #rebuild(version: number): void {
    this.#drop(version);
    this.#parts.snapshots.remove(version);
    if (version === this.#wanted) void this.prepare(version);
  }

  #drop(version: number): void {
    this.#byVersion.get(version)?.close();
    this.#byVersion.delete(version);
  }
}
