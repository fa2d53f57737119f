import { randomUUID } from 'node:crypto';
import { createWriteStream, type Stats } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isDiskFull } from '../../warehouse/engine/engine-failures.ts';
import { IngestError } from '../ingest-error.ts';
import { messageOf } from './byte-input.ts';

/** A place for files that live as long as one run of ingest: `spool/` of the data directory. */
export class Spool {
  readonly #directory: string;
  readonly #paths: string[] = [];

  constructor(dataDirectory: string) {
    this.#directory = join(dataDirectory, 'spool');
  }

  /** A path that nothing is at yet, ending in `ending`. Also clears away what dead processes left behind. */
  async newPath(ending: string): Promise<string> {
    await mkdir(this.#directory, { recursive: true });
    await removeLeftovers(this.#directory);
    const path = join(this.#directory, `${process.pid}-${randomUUID()}${ending}`);
    this.#paths.push(path);
    return path;
  }

  /** Writes a stream to a file. @throws IngestError `storage-full` or `source`. */
  async write(name: string, stream: Readable, ending: string): Promise<string> {
    const path = await this.newPath(ending);
    try {
      await pipeline(stream, createWriteStream(path));
      return path;
    } catch (cause) {
      const full = isDiskFull(cause) || (cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC');
      const what = full ? `not enough space in ${this.#directory} to store ${name}` : `cannot read ${name}`;
      throw new IngestError(full ? 'storage-full' : 'source', `${what}: ${messageOf(cause)}`, { cause });
    }
  }

  /** Removes its files. */
  async clear(): Promise<void> {
    for (const path of this.#paths) await rm(path, { force: true });
  }
}

async function removeLeftovers(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    const path = join(directory, name);
    const found = await stat(path).catch(() => undefined);
    if (isLeftover(Number.parseInt(name, 10), found)) await rm(path, { force: true });
  }
}

/**
 * A process in a container often has the id of the one before it, so its own files must also be younger than itself.
 */
function isLeftover(owner: number, found: Stats | undefined): boolean {
  if (owner === process.pid) return found !== undefined && found.mtimeMs < Date.now() - process.uptime() * 1000;
  try {
    return !process.kill(owner, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
