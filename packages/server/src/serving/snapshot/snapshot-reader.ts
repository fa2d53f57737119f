import { hasOneRowEach, type ListSource } from '../list-source.ts';
import { isUnindexed, keysOf, type PageQuery } from '../page-query.ts';
import type { Frame, Page, Reader, RowFinder } from '../reader.ts';
import type { Snapshot } from './read/snapshot.ts';
import type { SnapshotList } from './read/snapshot-list.ts';
import { SnapshotDamaged } from './read/stored-rows.ts';
import type { Snapshots } from './snapshots.ts';

export interface SnapshotReaderParts {
  readonly snapshots: Snapshots;
  /** Answers what no snapshot holds. */
  readonly engineReader: Reader;
  /** Finds rows by texts; absent: the engine reads these pages whole. */
  readonly finder?: RowFinder;
  /** Hears of a snapshot that could not be built or read; answers come from the engine then. */
  onFailure(error: unknown): void;
  /** How long a snapshot stays readable after another took its place: requests that began with it end with it. */
  readonly retirementMs?: number;
}

/** Who answers, by list id. */
export type ReaderShares = Readonly<Record<string, 'snapshot' | 'engine'>>;

/** Fields on request are in no stored row. Texts, and ids that most rows have their own of, are in no index, a list that is known by two names is kept under one, and rows of several keys are kept apart. */
function isForEngine(source: ListSource, query: PageQuery): boolean {
  const { onRequest } = source;
  const { key, filters, handles, fields } = query;
  if (handles !== undefined || onRequest.some(({ name }) => fields?.includes(name))) return true;
  if (filters.some(isUnindexed) || key.some(({ field }, i) => field !== source.key[i])) return true;
  return filters.length > 0 && keysOf(query) !== undefined;
}

/** Whether the engine need only find the rows of a page: filters alone are in no index, and rows are found by their ids. */
function isFoundByEngine(source: ListSource, query: PageQuery): boolean {
  return hasOneRowEach(source) && query.ids === undefined && !isForEngine(source, { ...query, filters: [] });
}

/** Whether building the files anew could help. Numbers out of an index that is damaged are out of any range. */
function isAboutFiles(error: unknown): boolean {
  if (error instanceof SnapshotDamaged || error instanceof RangeError) return true;
  return error instanceof Error && 'syscall' in error;
}

const retirementMsDefault = 5_000;

/**
 * So often a version's files are made anew; if they are still damaged, something is wrong that building cannot mend.
 */
const rebuildsMax = 3;

/**
 * Reads pages from a copy of the serving tables in memory and on this node's disk, in microseconds; the engine answers
 * for what the copy does not hold.
 */
export class SnapshotReader implements Reader {
  readonly #parts: SnapshotReaderParts;
  readonly #byVersion = new Map<number, Snapshot>();
  readonly #retirements = new Map<number, NodeJS.Timeout>();
  #preparing: Promise<void> = Promise.resolve();
  readonly #pagesRead = { snapshot: 0, engine: 0 };
  readonly #stopping = new AbortController();
  #wanted = 0;
  #rebuilds = 0;

  constructor(parts: SnapshotReaderParts) {
    this.#parts = parts;
  }

  async page(source: ListSource, query: PageQuery, version: number, frame?: Frame): Promise<Page> {
    if (!isForEngine(source, query)) {
      const page = this.#kept(source, query, version, frame);
      if (page === undefined) return this.#askEngine(source, query, version, frame);
      this.#pagesRead.snapshot++;
      return page;
    }
    const { finder } = this.#parts;
    if (finder === undefined || !isFoundByEngine(source, query)) return this.#askEngine(source, query, version, frame);
    return this.#foundBy(finder, source, query, version, frame);
  }

  /** Rows of which the engine says which they are: reading them there takes many times as long. */
  async #foundBy(
    finder: RowFinder,
    source: ListSource,
    query: PageQuery,
    version: number,
    frame: Frame | undefined,
  ): Promise<Page> {
    if (this.#listOf(source, version) === undefined) return this.#askEngine(source, query, version, frame);
    const ids = await finder.ids(source, query, version);
    const page = this.#kept(source, { ...query, filters: [], ids }, version, frame);
    if (page?.count !== ids.length) return this.#askEngine(source, query, version, frame);
    this.#pagesRead.engine++;
    return page;
  }

  /** A page as the snapshot has it; undefined where it does not hold the list, or cannot be read. */
  #kept(source: ListSource, query: PageQuery, version: number, frame: Frame | undefined): Page | undefined {
    try {
      return this.#listOf(source, version)?.page(query, frame);
    } catch (error) {
      this.#parts.onFailure(error);
      if (isAboutFiles(error)) this.#rebuild(version);
      return undefined;
    }
  }

  #listOf({ id }: ListSource, version: number): SnapshotList | undefined {
    return this.#byVersion.get(version)?.lists.get(id);
  }

  /** Pages read so far from each. */
  pagesRead(): Readonly<Record<'snapshot' | 'engine', number>> {
    return this.#pagesRead;
  }

  /** Makes a version's snapshot ready to be read. Resolves when it is, or when it is known that it cannot be. */
  prepare(version: number): Promise<void> {
    if (version !== this.#wanted) this.#rebuilds = 0;
    this.#wanted = version;
    return this.#afterwards(() => this.#open(version));
  }

  /** Removes what is on disk: there are to be no snapshots. */
  removeAll(): Promise<void> {
    return this.#afterwards(() => this.#parts.snapshots.keepOnly(undefined));
  }

  /** Gives up what is being built, and builds no more. What can be read stays readable. */
  stopBuilding(): void {
    this.#stopping.abort();
  }

  /** Who answers for each list of a version. */
  shares(sources: readonly ListSource[], version: number | undefined): ReaderShares {
    const lists = version === undefined ? undefined : this.#byVersion.get(version)?.lists;
    return Object.fromEntries(sources.map(({ id }) => [id, lists?.has(id) ? 'snapshot' : 'engine']));
  }

  /** Gives up what is being built, and waits until nothing is left of it. */
  async close(): Promise<void> {
    this.stopBuilding();
    await this.#preparing;
    for (const version of [...this.#byVersion.keys()]) this.#drop(version);
  }

  #askEngine(...question: Parameters<Reader['page']>): Promise<Page> {
    this.#pagesRead.engine++;
    return this.#parts.engineReader.page(...question);
  }

  /** One thing after the other is done with the files. Never rejects. */
  #afterwards(work: () => Promise<void>): Promise<void> {
    this.#preparing = this.#preparing.then(work).catch((error) => {
      if (!this.#stopping.signal.aborted) this.#parts.onFailure(error);
    });
    return this.#preparing;
  }

  async #open(version: number): Promise<void> {
    const { signal } = this.#stopping;
    // Another one is asked for already.
    if (signal.aborted || version !== this.#wanted) return;
    this.#cancelRetirement(version);
    try {
      if (!this.#byVersion.has(version))
        this.#byVersion.set(version, await this.#parts.snapshots.open(version, signal));
    } finally {
      // Also when it cannot be opened: the others are not asked any more, and the next one may lack their place.
      await this.#parts.snapshots.keepOnly(version).finally(() => this.#retireAllBut(version));
    }
  }

  #retireAllBut(version: number): void {
    for (const other of this.#byVersion.keys()) {
      if (other === version || this.#retirements.has(other)) continue;
      const timer = setTimeout(() => this.#drop(other), this.#parts.retirementMs ?? retirementMsDefault);
      this.#retirements.set(other, timer.unref());
    }
  }

  #cancelRetirement(version: number): void {
    clearTimeout(this.#retirements.get(version));
    this.#retirements.delete(version);
  }

  #rebuild(version: number): void {
    this.#drop(version);
    void this.#afterwards(() => this.#remove(version));
    if (version === this.#wanted && this.#rebuilds++ < rebuildsMax) void this.prepare(version);
  }

  /** Unless it was built anew meanwhile. */
  async #remove(version: number): Promise<void> {
    if (!this.#byVersion.has(version)) await this.#parts.snapshots.remove(version);
  }

  #drop(version: number): void {
    this.#cancelRetirement(version);
    this.#byVersion.get(version)?.close();
    this.#byVersion.delete(version);
  }
}
