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
