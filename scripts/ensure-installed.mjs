import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * Installs the dependencies when they are missing or older than package-lock.json; quick and quiet otherwise. npm
 * writes node_modules/.package-lock.json last, so an install that was cut short is done again.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = new URL('../package-lock.json', import.meta.url);
const installed = new URL('../node_modules/.package-lock.json', import.meta.url);

function isInstalled() {
  return existsSync(installed) && (!existsSync(wanted) || statSync(installed).mtimeMs >= statSync(wanted).mtimeMs);
}

function npm(words) {
  console.error(`Installing dependencies (npm ${words.join(' ')}) …`);
  const command = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(command, [...words, '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] });
  return status === 0;
}

/** Exactly what is locked on a fresh clone; a work tree, or a lock file npm finds fault with, is mended instead. */
function install() {
  if (!existsSync(installed) && existsSync(wanted) && npm(['ci'])) return true;
  return npm(['install', '--no-save']);
}

if (!isInstalled() && !install()) {
  console.error('The dependencies could not be installed: see above, and start again.');
  process.exit(1);
}
