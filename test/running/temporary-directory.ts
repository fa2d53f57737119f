import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

import { templatePath } from '../../packages/server/test/warehouse/template-path.ts';

const memory = '/dev/shm';
/** There while tests run: a browser is unpacked in it, for one. */
const directory = join(memory, `vitrine-tests-${process.pid}`);
const freeBytesMin = 2 * 1024 ** 3;

/**
 * The environment of tests: they keep what they write in memory where Linux offers that and there is room, since the
 * engine makes and removes thousands of small files. `TMPDIR` names another place.
 */
export function temporaryDirectory(): Readonly<Record<string, string>> {
  return process.env['TMPDIR'] === undefined && isRoomy() && runsPrograms() ? { TMPDIR: directory } : {};
}

function isRoomy(): boolean {
  try {
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize >= freeBytesMin;
  } catch {
    return false;
  }
}

/** A browser is unpacked there, which some containers forbid to run. */
function runsPrograms(): boolean {
  const mounted = readFileSync('/proc/self/mounts', 'utf8').split('\n');
  const options = mounted.find((line) => line.split(' ')[1] === memory)?.split(' ')[3] ?? '';
  return !options.split(',').includes('noexec');
}

export function setup(): void {
  if (existsSync(memory)) mkdirSync(directory, { recursive: true });
}

export function teardown(): void {
  rmSync(directory, { recursive: true, force: true });
  rmSync(templatePath(process.pid), { recursive: true, force: true });
}
