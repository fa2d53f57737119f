import { existsSync, readFileSync } from 'node:fs';

/** The build puts copies beside the code; sources read the documents where they are written. */
const roots = [new URL('../../documents/', import.meta.url), new URL('../../../../../', import.meta.url)];

/**
 * Text of a document of this repository, such as `docs/estimates.md`, without the marks around what is generated in it.
 *
 * @throws Error of the file system when it is missing: an installation that is not whole
 */
export function readDocument(path: string): string {
  const [built, written] = roots.map((root) => new URL(path, root));
  const text = readFileSync(built !== undefined && existsSync(built) ? built : (written ?? path), 'utf8');
  return text.replace(/^<!-- \/?generated.*-->\n\n?/gm, '');
}
