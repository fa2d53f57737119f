import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * Installs the dependencies when they are missing or older than package-lock.json; quick and quiet otherwise. npm writes
 * node_modules/.package-lock.json last, so an install that was cut short is done again.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const wanted = new URL('../package-lock.json', import.meta.url);
const installed = new URL('../node_modules/.package-lock.json', import.meta.url);

function isInstalled() {
  return existsSync(installed) && (!existsSync(wanted) || statSync(installed).mtimeMs >= statSync(wanted).mtimeMs);
}

if (!isInstalled()) {
  // A fresh clone gets exactly what is locked; a work tree keeps what is good in it.
  const verb = existsSync(installed) || !existsSync(wanted) ? 'install' : 'ci';
  console.error(`Installing dependencies (npm ${verb}) …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, [verb, '--loglevel=error'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    console.error(`npm ${verb} failed: see above, then run it again.`);
    process.exit(1);
  }
}
