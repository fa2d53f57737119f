import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface ImageCacheOptions {
  readonly directory: string;
  /** Of all files together. */
  readonly bytesMax: number;
  /** Larger ones are not kept. */
  readonly fileBytesMax?: number;
}

const fileBytesMaxDefault = 1024 * 1024;

/** In the name of a directory that is to be removed. */
const clearedMark = '.cleared-';

/** Files under names, within a limit: those that were not used for longest go first. One process at a time. */
export class ImageCache {
  readonly #directory: string;
  readonly #bytesMax: number;
  readonly #fileBytesMax: number;
  /** Size of each file, the one used last at the end; undefined until it is needed. */
  #sizes: Promise<Map<string, number>> | undefined;
  #bytes = 0;
  #drafts = 0;
  /** Counts how often it was emptied. */
  #era = 0;

  constructor({ directory, bytesMax, fileBytesMax = fileBytesMaxDefault }: ImageCacheOptions) {
    this.#directory = directory;
    this.#bytesMax = bytesMax;
    this.#fileBytesMax = fileBytesMax;
  }

  /** Names what is asked for now: what is made of it is kept only if nothing was emptied meanwhile. */
  get era(): number {
    return this.#era;
  }

  /** @returns undefined when it is not there. */
  async read(name: string): Promise<Buffer | undefined> {
    const sizes = await this.#opened();
    const size = sizes.get(name);
    if (size === undefined) return undefined;
    sizes.delete(name);
    sizes.set(name, size);
    const path = this.#path(name);
    try {
      const bytes = await readFile(path);
      // So that the order outlives the process.
      const now = new Date();
      await utimes(path, now, now);
      return bytes;
    } catch {
      this.#discard(sizes, name);
      return undefined;
    }
  }

  /** @throws what the system says, such as that the disk is full; the file is not there then. */
  async write(name: string, bytes: Uint8Array, era: number): Promise<void> {
    const sizes = await this.#opened();
    if (bytes.length > Math.min(this.#fileBytesMax, this.#bytesMax) || era !== this.#era) return;
    const draft = this.#path(`${this.#drafts++}.draft`);
    await writeFile(draft, bytes);
    if (era !== this.#era) return;
    renameSync(draft, this.#path(name));
    this.#bytes += bytes.length - (sizes.get(name) ?? 0);
    sizes.delete(name);
    sizes.set(name, bytes.length);
    this.#evict(sizes);
  }

  /** Removes everything, what is being written included. */
  async clear(): Promise<void> {
    this.#era++;
    this.#sizes = Promise.resolve(new Map());
    this.#bytes = 0;
    if (existsSync(this.#directory)) {
      // What is written from here on is in the new directory, or nowhere.
      renameSync(this.#directory, `${this.#directory}${clearedMark}${process.pid}-${this.#era}`);
      mkdirSync(this.#directory);
    }
    await this.#removeCleared();
  }

  /** Also those that a killed process left. */
  async #removeCleared(): Promise<void> {
    const parent = dirname(this.#directory);
    const cleared = basename(this.#directory) + clearedMark;
    for (const name of await readdir(parent))
      if (name.startsWith(cleared)) await rm(join(parent, name), { recursive: true, force: true });
  }

  #evict(sizes: Map<string, number>): void {
    for (const name of sizes.keys()) {
      if (this.#bytes <= this.#bytesMax) return;
      this.#discard(sizes, name);
      rmSync(this.#path(name), { force: true });
    }
  }

  #discard(sizes: Map<string, number>, name: string): void {
    this.#bytes -= sizes.get(name) ?? 0;
    sizes.delete(name);
  }

  #path(name: string): string {
    return join(this.#directory, name);
  }

  #opened(): Promise<Map<string, number>> {
    this.#sizes ??= this.#open();
    return this.#sizes;
  }

  async #open(): Promise<Map<string, number>> {
    mkdirSync(this.#directory, { recursive: true });
    await this.#removeCleared();
    const found: { name: string; size: number; usedAt: number }[] = [];
    for (const name of await readdir(this.#directory)) {
      const path = this.#path(name);
      if (name.endsWith('.draft')) await rm(path, { force: true });
      else await stat(path).then(({ size, mtimeMs }) => found.push({ name, size, usedAt: mtimeMs }));
    }
    const sizes = new Map(found.sort((a, b) => a.usedAt - b.usedAt).map(({ name, size }) => [name, size]));
    this.#bytes = found.reduce((sum, { size }) => sum + size, 0);
    this.#evict(sizes);
    return sizes;
  }
}
