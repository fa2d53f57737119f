import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** Packs what is in a directory, as nobody's. @throws Error where there is no tar */
export function packed(directory: string, archive: string): void {
  const owner = ['--owner=0', '--group=0', '--numeric-owner'];
  const words = ['-c', '-I', 'gzip -9n', '-f', archive, ...owner, '-C', directory, '--no-recursion', '-T', '-'];
  execFileSync('tar', words, { input: pathsOf(directory).join('\n') });
}

/** Directories, then files by their names: files of the engine that are alike compress well next to each other. */
function pathsOf(directory: string): readonly string[] {
  const entries = readdirSync(directory, { recursive: true, withFileTypes: true }).map((entry) => ({
    path: relative(directory, join(entry.parentPath, entry.name)),
    place: entry.isDirectory() ? '' : basename(entry.name),
  }));
  const key = ({ path, place }: (typeof entries)[number]) => `${place}\0${path}`;
  return entries.sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ path }) => path);
}
