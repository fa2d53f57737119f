import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../../kernel/clock.ts';

/** A batch that waits. Its id sorts by age and is no other batch's; it is also the file's name. */
export interface SpooledBatch {
  readonly id: string;
  readonly records: number;
  readonly bytes: number;
}

export interface UsageSpoolOptions {
  /** Made when missing; this process's alone. */
  readonly directory: string;
  /** All batches together. */
  readonly bytesMax: number;
  readonly clock: Clock;
}

const ending = '.ndjson';
/** Milliseconds, number within the process, records, chance. */
const idPattern = /^\d{13}-\d{6}-(\d+)-[0-9a-f]{8}$/;

/**
 * Batches on disk, one file each, oldest first. A batch is on the disk once `append` resolves, and gone once `remove`
 * has; a file is there whole or not at all.
 */
export class UsageSpool {
  readonly #options: UsageSpoolOptions;
  readonly #batches: SpooledBatch[];
  #appended = 0;

  private constructor(options: UsageSpoolOptions, batches: readonly SpooledBatch[]) {
    this.#options = options;
    this.#batches = [...batches];
  }

  /** Finds the batches an earlier process left, and clears away what it had not finished writing. */
  static async open(options: UsageSpoolOptions): Promise<UsageSpool> {
    await mkdir(options.directory, { recursive: true });
    const names = (await readdir(options.directory)).sort();
    for (const name of names) if (name.endsWith('.draft')) await rm(join(options.directory, name), { force: true });
    const ids = names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
    const left = ids.filter((id) => idPattern.test(id)).map((id) => leftBatch(options.directory, id));
    return new UsageSpool(options, await Promise.all(left));
  }

  /** The oldest batch. */
  get first(): SpooledBatch | undefined {
    return this.#batches[0];
  }

  get bytes(): number {
    return this.#batches.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  /** A name for a batch that is about to be kept. */
  newId(records: number): string {
    const number = String(this.#appended++ % 1e6).padStart(6, '0');
    const moment = String(this.#options.clock.now()).padStart(13, '0');
    return `${moment}-${number}-${records}-${randomBytes(4).toString('hex')}`;
  }

  /** @returns false when there is no room for it. @throws what the file system reports */
  async append(id: string, ndjson: Buffer): Promise<boolean> {
    if (this.bytes + ndjson.length > this.#options.bytesMax) return false;
    const draft = join(this.#options.directory, `${id}.draft`);
    await writeSynced(draft, ndjson);
    await rename(draft, this.#pathOf(id));
    await syncDirectory(this.#options.directory);
    this.#batches.push({ id, records: recordsOf(id), bytes: ndjson.length });
    return true;
  }

  read({ id }: SpooledBatch): Promise<Buffer> {
    return readFile(this.#pathOf(id));
  }

  async remove(batch: SpooledBatch): Promise<void> {
    await rm(this.#pathOf(batch.id), { force: true });
    this.#discard(batch);
  }

  /** Keeps a batch for the operator to look at, out of the way of the others. */
  async setAside(batch: SpooledBatch): Promise<void> {
    await rename(this.#pathOf(batch.id), join(this.#options.directory, `${batch.id}.refused`));
    this.#discard(batch);
  }

  #discard(batch: SpooledBatch): void {
    this.#batches.splice(this.#batches.indexOf(batch), 1);
  }

  #pathOf(id: string): string {
    return join(this.#options.directory, id + ending);
  }
}

async function leftBatch(directory: string, id: string): Promise<SpooledBatch> {
  const { size } = await stat(join(directory, id + ending));
  return { id, records: recordsOf(id), bytes: size };
}

function recordsOf(id: string): number {
  return Number(idPattern.exec(id)?.[1] ?? 0);
}

async function writeSynced(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Without it, a power cut could take the file's name back. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
