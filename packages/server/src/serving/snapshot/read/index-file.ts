import { openSync, readSync } from 'node:fs';
import { closeInBackground } from '../build/stored-files.ts';
import { SnapshotDamaged } from './stored-rows.ts';

/** A block up to so large is read whole: one call of the operating system costs more than its bytes. */
const windowBytes = 8 * 1024;

/** Reads arrays out of an index file, a block at a time. What it returns is valid until the next block. */
export class IndexFile {
  readonly #descriptor: number;
  readonly #window = new ArrayBuffer(windowBytes);
  readonly #windowView = new Uint8Array(this.#window);
  #block = 0;
  #bytes = 0;
  #isInWindow = false;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
  }

  /** Turns to the block of so many bytes at a position. */
  open(position: number, bytes: number): void {
    this.#block = position;
    this.#bytes = bytes;
    this.#isInWindow = false;
  }

  /** To be called where several arrays of the block will be asked for: reads a small block whole. */
  readWhole(): void {
    if (this.#bytes > windowBytes) return;
    this.#read(this.#windowView, this.#block, this.#bytes);
    this.#isInWindow = true;
  }

  /** @param at byte within the block, a multiple of 8. */
  doubles(at: number, count: number): Float64Array {
    return new Float64Array(this.#part(at, count * 8), this.#isInWindow ? at : 0, count);
  }

  /** @param at byte within the block, a multiple of 4. */
  numbers(at: number, count: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#part(at, count * 4), this.#isInWindow ? at : 0, count);
  }

  close(): void {
    closeInBackground(this.#descriptor);
  }

  #part(at: number, bytes: number): ArrayBuffer {
    if (this.#isInWindow) return this.#window;
    const own = new ArrayBuffer(bytes);
    this.#read(new Uint8Array(own), this.#block + at, bytes);
    return own;
  }

  #read(target: Uint8Array, position: number, bytes: number): void {
    if (readSync(this.#descriptor, target, 0, bytes, position) !== bytes)
      throw new SnapshotDamaged('an index file is shorter than its keys say');
  }
}
