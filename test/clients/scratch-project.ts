import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

/** A project of somebody who has nothing but packages. */
export interface ScratchProject {
  readonly path: string;
  /** Runs a program there. @throws what it printed, when it ends with another status than 0 */
  run(program: string, words: readonly string[]): Promise<{ readonly stdout: string; readonly stderr: string }>;
  /** Checks a program's types with a strict compiler. @throws with its complaints as `stdout` */
  checkTypes(name: string, program: string, resolution: ModuleResolution): Promise<void>;
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
    async checkTypes(name, program, resolution) {
      writeFileSync(join(path, name), program);
      const words = [join(root, 'node_modules/typescript/bin/tsc'), ...compilerFlags, ...flagsOf(resolution), name];
      await inProject(process.execPath, words);
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

const compilerFlags = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2023', '--lib', 'es2023,dom'];

function flagsOf(resolution: ModuleResolution): readonly string[] {
  const module = resolution === 'node16' || resolution === 'nodenext' ? resolution : 'esnext';
  return ['--module', module, '--moduleResolution', resolution];
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
  const others = Object.entries(packages).filter(
    ([place, { dev }]) => needsOthers && dev !== true && isOfOthers(place),
  );
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
  return place.startsWith('node_modules/') && !place.startsWith('node_modules/@vitrine/');
}

function tarballOf(name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  return `file:vitrine-${name}-${version}.tgz`;
}
