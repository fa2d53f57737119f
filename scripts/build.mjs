import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * Builds packages/<name>/src into packages/<name>/dist: types are taken out of .ts files, others are copied. Files
 * that are up to date are left alone, so that a build with nothing to do takes milliseconds; whether the types hold is
 * for `npm run check`.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const settingsPath = join(root, 'tsconfig.json');

/** Packages that other tools build are not in here. */
const packageNames = ['sdk', 'simulator', 'server', 'cli'];

/** Brings every dist up to date. @returns how many files were written */
export async function build() {
  const stale = [];
  for (const name of packageNames) stale.push(...staleFiles(join(root, 'packages', name)));
  if (stale.length > 0) await write(stale);
  return stale.length + buildConsole();
}

/** Vite makes the console whole, when anything in it changed. */
function buildConsole() {
  const path = join(root, 'packages', 'console');
  const page = join(path, 'dist', 'index.html');
  const sources = [
    ...filesIn(join(path, 'src')).map((name) => join('src', name)),
    'index.html',
    'vite.config.ts',
    'package.json',
  ];
  if (!sources.some((name) => isStale({ source: join(path, name), target: page }))) return 0;
  // In a process of its own: a build for people must not be one for tests, whoever starts it.
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: path,
    env,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('the console could not be built');
  return filesIn(join(path, 'dist')).length;
}

function staleFiles(packagePath) {
  const sourcePath = join(packagePath, 'src');
  const distPath = join(packagePath, 'dist');
  const files = filesIn(sourcePath)
    .map((name) => ({ source: join(sourcePath, name), target: join(distPath, targetName(name)) }))
    .filter(({ source }) => /\.(ts|sql|css|js|svg)$/.test(source))
    .concat(documentsOf(packagePath));
  removeLeftovers(distPath, new Set(files.map(({ target }) => target)));
  return files.filter(isStale);
}

/** The server shows the documents of the repository, so it has copies of them. */
function documentsOf(packagePath) {
  if (packagePath !== join(root, 'packages', 'server')) return [];
  const names = ['SECURITY.md', ...markdownIn('docs'), ...markdownIn('docs/guides')];
  return names.map((name) => ({ source: join(root, name), target: join(packagePath, 'dist', 'documents', name) }));
}

function markdownIn(folder) {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.md'));
  return names.map((name) => `${folder}/${name}`);
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1));
}

function targetName(name) {
  return name.replace(/\.ts$/, '.js');
}

/** What has no source any more must not be found by an import. Drafts are another build's, under way. */
function removeLeftovers(distPath, wanted) {
  for (const name of filesIn(distPath)) {
    const path = join(distPath, name);
    if (!wanted.has(path) && !draftName.test(name)) rmSync(path, { force: true });
  }
}

const draftName = /\.\d+$/;

function isStale({ source, target }) {
  if (!existsSync(target)) return true;
  const built = statSync(target).mtimeMs;
  return built < statSync(source).mtimeMs || built < statSync(settingsPath).mtimeMs;
}

async function write(files) {
  const { default: typescript } = await import('typescript');
  const { config } = typescript.readConfigFile(settingsPath, typescript.sys.readFile);
  const { options } = typescript.convertCompilerOptionsFromJson(config.compilerOptions, root);
  // One file at a time, it does not see that the packages are of type "module".
  const { ESNext: module } = typescript.ModuleKind;
  const compilerOptions = { ...options, module, noEmit: false, inlineSourceMap: true };
  for (const { source, target } of files) {
    const text = readFileSync(source, 'utf8');
    const scriptOf = () => typescript.transpileModule(text, { fileName: source, compilerOptions }).outputText;
    writeWhole(target, source.endsWith('.ts') ? scriptOf() : text);
  }
}

/** A build that is cut short leaves no half file that looks up to date. */
function writeWhole(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, path);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const count = await build();
  console.error(count === 0 ? 'Up to date.' : `Built ${count} files.`);
}
