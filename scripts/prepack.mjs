import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

/**
 * `npm pack` runs it in the directory of a package: what the package holds is built, its types are made, the licence
 * goes in.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const packagePath = process.cwd();

await build();
if (existsSync(join(packagePath, 'tsconfig.types.json'))) makeTypes();
copyFileSync(join(root, 'LICENSE'), join(packagePath, 'LICENSE'));

/** Types of files that are gone must not be packed. */
function makeTypes() {
  rmSync(join(packagePath, 'types'), { recursive: true, force: true });
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.types.json'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}
