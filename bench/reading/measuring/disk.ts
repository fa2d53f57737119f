import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const blockBytes = 512;

/** What a directory takes on the disk, bytes: blocks in use, so that files with holes count what they hold. */
export function diskBytes(directory: string): number {
  let bytes = 0;
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    bytes += statSync(join(entry.parentPath, entry.name), { throwIfNoEntry: false })?.blocks ?? 0;
  }
  return bytes * blockBytes;
}
