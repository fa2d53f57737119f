import { join } from 'node:path';

/** What a file of a list holds: its rows; where they are and their values as numbers; the keys of blocks. */
export type FilePart = 'rows' | 'index' | 'keys';

/** As the manifest names it. */
export function fileName(listId: string, part: FilePart): string {
  return `${listId}.${part}`;
}

export function filePath(directory: string, listId: string, part: FilePart): string {
  return join(directory, fileName(listId, part));
}
