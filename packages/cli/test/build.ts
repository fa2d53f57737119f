import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The commands are tested as they are shipped: built. Quick when nothing changed. */
export function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../../../scripts/build.mjs', import.meta.url))]);
}
