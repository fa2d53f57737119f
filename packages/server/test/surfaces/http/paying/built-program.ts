import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import typescript from 'typescript';

const { ESNext: module } = typescript.ModuleKind;
const { ES2023: target } = typescript.ScriptTarget;

/**
 * A program of the tests as JavaScript that runs the package as it is built, which it is when tests begin: it starts in a third of
 * the time that its TypeScript takes, and is started dozens of times.
 *
 * @param source a TypeScript file that imports sources of the package alone.
 * @returns where it is; it goes with the directory it is in.
 */
export function builtProgram(source: URL): { readonly path: string; readonly directory: string } {
  const { outputText } = typescript.transpileModule(readFileSync(source, 'utf8'), {
    compilerOptions: { module, target },
  });
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-program-'));
  const path = join(directory, 'program.mjs');
  writeFileSync(
    path,
    outputText.replace(/(?<= from ')[^']+(?=')/g, (name) => builtAddress(name, source)),
  );
  return { path, directory };
}

function builtAddress(name: string, source: URL): string {
  return new URL(name, source).href.replace('/packages/server/src/', '/packages/server/dist/').replace(/\.ts$/, '.js');
}
