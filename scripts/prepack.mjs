import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

/**
 * `npm pack` runs it in the directory of a package: what the package holds is built, its types are made, the licence
 * goes in.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const packagePath = process.cwd();
const madePath = join(root, 'node_modules', `.types-made-${basename(packagePath)}`);

await build();
if (existsSync(join(packagePath, 'tsconfig.types.json'))) makeTypes();
copyFileSync(join(root, 'LICENSE'), join(packagePath, 'LICENSE'));

/** Types of files that are gone must not be packed. Nothing is done where nothing changed since they were made. */
function makeTypes() {
  const begun = Date.now();
  if (existsSync(join(packagePath, 'types')) && newestChange() < lastMade()) return;
  rmSync(join(packagePath, 'types'), { recursive: true, force: true });
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.types.json'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
  writeFileSync(madePath, String(begun));
}

function lastMade() {
  return existsSync(madePath) ? Number(readFileSync(madePath, 'utf8')) : 0;
}

/** A folder changes when a file in it is made or removed. */
function newestChange() {
  const paths = ['tsconfig.json', 'package-lock.json'].map((name) => join(root, name));
  for (const name of readdirSync(join(root, 'packages'))) {
    const source = join(root, 'packages', name, 'src');
    paths.push(source, ...readdirSync(source, { recursive: true }).map((path) => join(source, path)));
  }
  return Math.max(...[...paths, join(packagePath, 'tsconfig.types.json')].map((path) => statSync(path).mtimeMs));
}
