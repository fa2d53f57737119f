import { close, closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

/** A file as the manifest remembers it. */
export interface StoredFile {
  readonly name: string;
  readonly bytes: number;
  readonly crc32: number;
}

const chunkBytes = 4 * 1024 * 1024;

/** Writes a file from its beginning, keeping its checksum. */
export class FileWriter {
  readonly #name: string;
  readonly #descriptor: number;
  readonly #buffer = Buffer.allocUnsafe(chunkBytes);
  #buffered = 0;
  #bytes = 0;
  #crc = 0;

  /** @param name what the manifest calls it. */
  constructor(path: string, name: string) {
    this.#name = name;
    this.#descriptor = openSync(path, 'wx');
  }

  /** Bytes written so far: where the next ones go. */
  get position(): number {
    return this.#bytes;
  }

  write(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length; ) {
      if (this.#buffered === chunkBytes) this.#flush();
      const piece = bytes.subarray(from, from + chunkBytes - this.#buffered);
      this.#buffer.set(piece, this.#buffered);
      this.#buffered += piece.length;
      from += piece.length;
    }
    this.#bytes += bytes.length;
  }

  /** Typed arrays start at multiples of 8, so that they can be read as what they are. */
  writeArray({ buffer, byteOffset, byteLength }: ArrayBufferView): void {
    this.write(new Uint8Array(buffer, byteOffset, byteLength));
    const gap = (8 - (byteLength % 8)) % 8;
    if (gap > 0) this.write(new Uint8Array(gap));
  }

  /** Not synced: a machine that stops before the disk has it leaves a file that its checksum tells from a whole one. */
  close(): StoredFile {
    this.#flush();
    closeSync(this.#descriptor);
    return { name: this.#name, bytes: this.#bytes, crc32: this.#crc };
  }

  #flush(): void {
    const whole = this.#buffer.subarray(0, this.#buffered);
    this.#crc = crc32(whole, this.#crc);
    for (let from = 0; from < whole.length; ) from += writeSync(this.#descriptor, whole, from);
    this.#buffered = 0;
  }
}

/** Reads a file from its beginning in pieces that are valid until the next one, and its checksum at the end. */
export function* piecesOf(path: string, name: string): Generator<Uint8Array, StoredFile> {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    let [bytes, crc] = [0, 0];
    for (let count = 1; count > 0; bytes += count) {
      count = readSync(descriptor, buffer, 0, chunkBytes, bytes);
      const piece = buffer.subarray(0, count);
      crc = crc32(piece, crc);
      if (count > 0) yield piece;
    }
    return { name, bytes, crc32: crc };
  } finally {
    closeSync(descriptor);
  }
}

/**
 * Closes a file without waiting: who lets go last of one that was removed waits for the disk to free it, some 50 ms a
 * gigabyte. There is nothing to do where it fails: nothing was written.
 */
export function closeInBackground(descriptor: number): void {
  close(descriptor, () => {});
}

/** Whether a file is as it was when it was written; one that cannot be read is not. */
export function isIntact(path: string, stored: StoredFile): boolean {
  try {
    return statSync(path).size === stored.bytes && checksumOf(path, stored.name) === stored.crc32;
  } catch {
    return false;
  }
}

function checksumOf(path: string, name: string): number {
  const pieces = piecesOf(path, name);
  for (let step = pieces.next(); ; step = pieces.next()) if (step.done) return step.value.crc32;
}
