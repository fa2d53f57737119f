import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Writes a generated file; with `--check` fails instead if the file says something else. */
export function keepGenerated(file: URL, text: string): void {
  const path = fileURLToPath(file);
  const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text;
  if (isCurrent) return;
  if (process.argv.includes('--check')) {
    console.error(`${path} is out of date: run "npm run generate" and commit it.`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
