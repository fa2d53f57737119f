import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { CommandError } from '../../usage.ts';

type Chunks = AsyncIterable<string | Uint8Array>;

/** Writes to a file, or to standard output. Who stops reading it early, as `head` does, has read enough. */
export async function writeRows(chunks: Chunks, path: string | undefined): Promise<void> {
  if (path === undefined) return pipeline(chunks, process.stdout, { end: false }).catch(unlessPipeClosed);
  await writeFile(chunks, path).catch((cause: NodeJS.ErrnoException) => {
    throw cause.syscall === undefined ? cause : new CommandError(`cannot write ${path}: ${cause.message}`, { cause });
  });
}

/** A file takes the place of an older one only when it is whole; a device or pipe is written to as it is. */
async function writeFile(chunks: Chunks, path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile()) return pipeline(chunks, createWriteStream(path));
  const draft = `${path}.${process.pid}.part`;
  try {
    await pipeline(chunks, createWriteStream(draft));
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

function unlessPipeClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
