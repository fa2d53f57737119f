import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the files of the console are; undefined where they were not built. */
export function consoleDirectory(): string | undefined {
  const directory = join(dirname(createRequire(import.meta.url).resolve('@vitrine/console/package.json')), 'dist');
  return existsSync(join(directory, 'index.html')) ? directory : undefined;
}
