import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../packages/server/src/catalogue/catalogue.ts';
import { influencerRanking } from '../../packages/server/src/catalogue/rankings/influencer-ranking.ts';
import { productRanking } from '../../packages/server/src/catalogue/rankings/product-ranking.ts';
import { shopRanking } from '../../packages/server/src/catalogue/rankings/shop-ranking.ts';
import { videoRanking } from '../../packages/server/src/catalogue/rankings/video-ranking.ts';
import { createSite } from '../../packages/server/src/surfaces/docs/site.ts';
import { stateDatabase } from '../../packages/server/src/warehouse/publish/state-database.ts';
import { type TestServer, testServer } from '../../packages/server/test/surfaces/http/test-server.ts';
import { endMs } from '../running/end-ms.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);
const hasPython = spawnSync('python3', ['--version']).status === 0;
const hasModule = (name: string) => spawnSync('python3', ['-c', `import ${name}`]).status === 0;
if (!hasModule('pandas')) console.warn('There is no pandas here: samples with it are not run.');
if (!hasPython) console.warn('There is no python3 here: samples in Python are not run.');

let test: TestServer;
let origin: string;
let key: string;
let place: string;
beforeAll(async () => {
  test = await testServer();
  await growInPeriods(test);
  origin = await test.server.listen({ host: '127.0.0.1', port: 0 });
  ({ key } = await test.newKey());
  place = mkdtempSync(join(tmpdir(), 'vitrine-samples-'));
});
afterAll(async () => {
  await test.remove();
  rmSync(place, { recursive: true, force: true });
});

/** What rankings rank: the example of each grew in the period that its samples ask about. */
async function growInPeriods({ engine }: TestServer): Promise<void> {
  const grown = [
    ['product_day', 'units', productRanking],
    ['creator_trend', 'followers', influencerRanking],
    ['shop_trend', 'units', shopRanking],
    ['video_trend', 'views', videoRanking],
  ] as const;
  for (const [table, column, { rowId, example }] of grown) {
    const values = `(${example.row[rowId]}, '${example.query['date']}', 1, 1)`;
    await engine.command(
      `INSERT INTO ${stateDatabase(1)}.${table} (${rowId}, day, version, ${column}) VALUES ${values}`,
    );
  }
}

/**
 * How a program of each language is run as it stands on the page. A module finds the SDK from the root of this
 * repository.
 */
const commands: Readonly<Record<string, (code: string) => readonly [string, readonly string[]]>> = {
  bash: (code) => ['bash', ['-euo', 'pipefail', '-c', code]],
  python: (code) => ['python3', ['-c', code]],
  javascript: (code) => [process.execPath, ['--input-type=module', '--eval', code]],
  typescript: (code) => [process.execPath, ['--input-type=module', '--eval', code]],
};

async function output(language: string, code: string): Promise<string> {
  const command = commands[language];
  if (command === undefined) throw new TypeError(`expected a language that can be run, got ${language}`);
  const env = { ...process.env, VITRINE_KEY: key };
  return (await run(...command(code), { cwd: root, env, timeout: endMs })).stdout;
}

async function read(path: string): Promise<string> {
  return (await fetch(`${origin}${path}`)).text();
}

/** Programs of a page, out of its Markdown. */
async function programs(path: string, marked: RegExp): Promise<ReadonlyMap<string, string>> {
  const body = await read(path);
  return new Map([...body.matchAll(marked)].map(([, language = '', code = '']) => [language, code]));
}

const languages = Object.keys(commands);
const runnable = languages.filter((language) => language !== 'python' || hasPython);
const afterSamples = /^### .*\n\n```(\w+)\n([\s\S]*?)\n```$/gm;

describe.each(catalogue)('the samples of $id', ({ id, rowId, example }) => {
  const page = `/docs/endpoints/${id}`;

  it('are in every language, the same as HTML and as Markdown', async () => {
    const samples = await programs(`${page}.md`, afterSamples);
    expect([...samples.keys()]).toEqual(languages);
    const html = await read(page);
    const shown = [...html.matchAll(/<code data-language="(\w+)">([\s\S]*?)<\/code>/g)].map(
      ([, language = '', code = '']) => [language, textOf(code)],
    );
    for (const [language, code] of samples) expect(shown).toContainEqual([language, code]);
  });

  it.each(runnable)('make the call as they stand (%s)', async (language) => {
    const code = (await programs(`${page}.md`, afterSamples)).get(language) ?? '';
    const said = await output(language, code);
    expect(said).toContain(String(example.row[rowId]));
  });
});

/** Text of a piece of markup. */
function textOf(markup: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
  return markup.replace(/<[^>]+>/g, '').replace(/&([#\w]+);/g, (entity, name: string) => entities[name] ?? entity);
}

describe('programs of the guides', () => {
  const guides = createSite(catalogue).pages.filter((page) => /^```\w+ run\b/m.test(page.markdown()));

  it.each(guides)('work as they stand: $title', async ({ path }) => {
    const body = await read(`/docs${path}.md`);
    const found = [...body.matchAll(/^```(\w+) run(?: (\w+))?\n([\s\S]*?)\n```$/gm)];
    expect(found.length).toBeGreaterThan(0);
    for (const [, language = '', module = 'sys', code = ''] of found) {
      if (runnable.includes(language) && hasModule(module)) expect(await output(language, code)).not.toBe('');
    }
  });
});

describe('samples in TypeScript', () => {
  it('have the types of the SDK', async () => {
    const files: string[] = [];
    for (const { id } of catalogue) {
      const code = (await programs(`/docs/endpoints/${id}.md`, afterSamples)).get('typescript') ?? '';
      files.push(join(place, `${id}.ts`));
      writeFileSync(join(place, `${id}.ts`), `export {};\n${code}`);
    }
    const sdk = join(root, 'packages/sdk/src/index.ts');
    const options = {
      ...compilerOptions,
      typeRoots: [join(root, 'node_modules/@types')],
      paths: { '@vitrine/sdk': [sdk] },
    };
    writeFileSync(join(place, 'package.json'), '{"type":"module"}');
    writeFileSync(join(place, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files }));
    const checked = run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', place]);
    await expect(checked).resolves.toMatchObject({ stdout: '' });
  });
});

const compilerOptions = {
  noEmit: true,
  strict: true,
  target: 'es2023',
  module: 'nodenext',
  moduleResolution: 'nodenext',
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  types: ['node'],
};
