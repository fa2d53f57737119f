import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const isCheck = process.argv.includes('--check');
const keptPaths = new Set<string>();

/** Writes a generated file; with `--check` fails instead if the file says something else. */
export function keepGenerated(file: URL, text: string): void {
  const path = fileURLToPath(file);
  keptPaths.add(path);
  const isCurrent = existsSync(path) && readFileSync(path, 'utf8') === text;
  if (isCurrent) return;
  if (isCheck) outOfDate(path);
  else {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

/** Removes what else is in a folder of generated files; with `--check` fails instead. Call when all have been kept. */
export function removeOthers(folder: URL): void {
  for (const name of readdirSync(folder)) {
    const path = fileURLToPath(new URL(name, folder));
    if (keptPaths.has(path)) continue;
    if (isCheck) outOfDate(path);
    else rmSync(path);
  }
}

function outOfDate(path: string): void {
  console.error(`${path} is out of date: run "npm run generate" and commit it.`);
  process.exitCode = 1;
}

/**
 * Writes sections of a document that is otherwise written by hand, each between its marks, `<!-- generated:NAME -->` and
 * `<!-- /generated -->`.
 *
 * @param sections text by name.
 */
export function keepGeneratedSections(file: URL, sections: Readonly<Record<string, string>>): void {
  const before = readFileSync(file, 'utf8');
  keepGenerated(file, Object.entries(sections).reduce(withSection, before));
}

function withSection(document: string, [name, text]: readonly [string, string]): string {
  const mark = `<!-- generated:${name} -->`;
  const [before, after] = document.split(mark);
  const rest = after?.split(endMark);
  if (rest === undefined || rest.length < 2) throw new Error(`a document lacks ${mark} … ${endMark}`);
  return `${before}${mark}\n\n${text}\n\n${endMark}${rest.slice(1).join(endMark)}`;
}

const endMark = '<!-- /generated -->';
