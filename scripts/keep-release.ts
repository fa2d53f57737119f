import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDirectory } from './releases/make-directory.ts';
import { packed } from './releases/packed.ts';
import { program } from './releases/program.ts';

// npm run keep:release [-- CLI]: keeps a data directory that a release made, for test/upgrade. CLI is the program of
// that release, built; default: the one of this clone.
const own = fileURLToPath(new URL('../packages/cli/bin/vitrine.js', import.meta.url));
const kept = fileURLToPath(new URL('../test/upgrade/released/', import.meta.url));
const [given = own] = process.argv.slice(2);

const home = mkdtempSync(join(tmpdir(), 'vitrine-release-'));
try {
  await makeDirectory(program(resolve(given)), home);
  const release = readFileSync(join(home, 'data', 'release'), 'utf8').trim();
  mkdirSync(kept, { recursive: true });
  const archive = join(kept, `${release}.tgz`);
  packed(home, archive);
  console.log(`${archive}: ${Math.ceil(statSync(archive).size / 1024)} KiB`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
