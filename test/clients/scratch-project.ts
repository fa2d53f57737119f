import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import typescript from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** A project of somebody who has nothing but packages. */
export interface ScratchProject {
  readonly path: string;
  /** Runs a program there. @throws what it printed, when it ends with another status than 0 */
  run(program: string, words: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }>;
  /** What a strict compiler finds wrong with programs, by their names; nothing of those without an entry. */
  typeErrors(
    programs: Readonly<Record<string, string>>,
    resolution: ModuleResolution,
  ): Readonly<Record<string, string>>;
  remove(): void;
}

/** The ways in which TypeScript looks for a package. */
export type ModuleResolution = 'node10' | 'node16' | 'nodenext' | 'bundler';

/**
 * Packs packages of this repository, and installs the tarballs with the versions of other packages that are locked
 * here.
 */
export async function scratchProject(names: readonly string[]): Promise<ScratchProject> {
  const path = mkdtempSync(join(tmpdir(), 'vitrine-scratch-'));
  for (const name of names)
    await run('npm', ['pack', '--pack-destination', path], { cwd: join(root, 'packages', name) });
  writeFileSync(join(path, 'package.json'), JSON.stringify(manifestOf(names)));
  writeFileSync(join(path, 'package-lock.json'), JSON.stringify(lockOf(names)));
  await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: path });
  const inProject = (program: string, words: readonly string[]) => run(program, [...words], { cwd: path });
  return {
    path,
    run: inProject,
    typeErrors(programs, resolution) {
      for (const [name, program] of Object.entries(programs)) writeFileSync(join(path, name), program);
      return errorsByFile(path, Object.keys(programs), resolution);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function errorsByFile(folder: string, names: readonly string[], resolution: ModuleResolution) {
  const options = optionsFor(resolution);
  const rootNames = names.map((name) => join(folder, name));
  const program = typescript.createProgram({ rootNames, options, host: hostOf(folder, options) });
  const errors: Record<string, string> = {};
  for (const { file, messageText } of typescript.getPreEmitDiagnostics(program)) {
    const name = file === undefined ? '' : relative(folder, file.fileName);
    errors[name] = `${errors[name] ?? ''}${typescript.flattenDiagnosticMessageText(messageText, '\n')}\n`;
  }
  return errors;
}

function optionsFor(resolution: ModuleResolution): typescript.CompilerOptions {
  const module = resolution === 'node16' || resolution === 'nodenext' ? resolution : 'esnext';
  const given = { module, moduleResolution: resolution, target: 'es2023', lib: ['es2023', 'dom'] };
  const { options, errors } = typescript.convertCompilerOptionsFromJson(given, '.');
  if (errors.length > 0) throw new TypeError(errors.map(({ messageText }) => String(messageText)).join());
  return { ...options, noEmit: true, strict: true, skipLibCheck: true };
}

const library = new Map<string, typescript.SourceFile | undefined>();

/** The libraries of the language, which are most of what a compiler reads, are read once for all. */
function hostOf(folder: string, options: typescript.CompilerOptions): typescript.CompilerHost {
  const host = typescript.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  const isLibrary = (path: string) => /\/typescript\/lib\/lib\.[^/]*$/.test(path);
  return {
    ...host,
    getCurrentDirectory: () => folder,
    getSourceFile(path, ...rest) {
      if (!isLibrary(path)) return read(path, ...rest);
      if (!library.has(path)) library.set(path, read(path, ...rest));
      return library.get(path);
    },
  };
}

function manifestOf(names: readonly string[]) {
  const dependencies = Object.fromEntries(names.map((name) => [`@vitrine/${name}`, tarballOf(name)]));
  return { name: 'scratch', version: '1.0.0', type: 'module', dependencies };
}

interface LockEntry {
  readonly version?: string;
  readonly dev?: boolean;
}

/**
 * What is locked here, without what only development needs and with tarballs in place of the folders of this
 * repository.
 */
function lockOf(names: readonly string[]) {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>;
  };
  const needsOthers = names.includes('server');
  const others = Object.entries(packages)
    .filter(([place, { dev }]) => needsOthers && dev !== true && isOfOthers(place))
    .map(([place, entry]) => [installedPlace(place), entry] as const);
  const ours = names.map((name) => {
    const { devDependencies: _, ...entry } = { devDependencies: {}, ...packages[`packages/${name}`] };
    return [`node_modules/@vitrine/${name}`, { ...entry, resolved: tarballOf(name) }];
  });
  const { name, version, dependencies } = manifestOf(names);
  const top = { name, version, dependencies };
  return {
    name,
    version,
    lockfileVersion: 3,
    requires: true,
    packages: Object.fromEntries([['', top], ...ours, ...others]),
  };
}

function isOfOthers(place: string): boolean {
  return place.includes('node_modules/') && !place.startsWith('node_modules/@vitrine/');
}

/** What a package of ours has for itself, `packages/server/node_modules/…`, is installed below it. */
function installedPlace(place: string): string {
  return place.replace(/^packages\//, 'node_modules/@vitrine/');
}

function tarballOf(name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  return `file:vitrine-${name}-${version}.tgz`;
}
