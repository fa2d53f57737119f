import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of all that the generators read and write. */
let copy: string;
beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), 'vitrine-generate-')));
  const filter = (path: string) => !['node_modules', 'dist', 'test'].includes(basename(path));
  for (const each of ['packages', 'scripts', 'docs', 'examples', 'README.md', 'package.json'])
    cpSync(join(root, each), join(copy, each), { recursive: true, filter });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function generate(...given: readonly string[]) {
  const program = ['--conditions=source', '--import', 'tsx', 'scripts/generate.ts', ...given];
  return spawnSync(process.execPath, program, { cwd: copy, encoding: 'utf8' });
}

const warehouse = 'packages/server/src/warehouse';
const edited = [
  `${warehouse}/schema/generated/010_landing.sql`,
  `${warehouse}/publish/generated/00_state.sql`,
  `${warehouse}/publish/lists/product-list.sql`,
  `${warehouse}/publish/lists/published-lists.ts`,
  'packages/sdk/src/generated/endpoints.ts',
];
const documents = ['README.md', 'docs/clients.md', 'docs/export.md', 'docs/observations.md'];
const added = [
  `${warehouse}/schema/generated/999_old.sql`,
  `${warehouse}/publish/generated/99_old.sql`,
  `${warehouse}/publish/lists/old-list.sql`,
  'packages/sdk/src/generated/old.ts',
];

const textOf = (path: string) => readFileSync(join(copy, path), 'utf8');

describe('npm run generate -- --check', () => {
  it('passes where all is up to date', () => {
    expect(generate('--check')).toMatchObject({ status: 0, stderr: '' });
  });

  it('fails and names each file that is out of date, and changes none; without --check they are mended', () => {
    const before = [...edited, ...documents].map(textOf);
    for (const path of edited) appendFileSync(join(copy, path), '\n');
    for (const path of documents)
      writeFileSync(join(copy, path), textOf(path).replace(/(<!-- generated:\w+ -->\n)/, '$1\nAn older text.\n'));
    for (const path of added) writeFileSync(join(copy, path), '');
    const stale = [...edited, ...documents].map(textOf);

    const { status, stderr } = generate('--check');
    expect(status).toBe(1);
    const named = stderr
      .split('\n')
      .filter((line) => line.endsWith('is out of date: run "npm run generate" and commit it.'));
    expect(named.map((line) => line.split(' ')[0]?.slice(copy.length + 1)).toSorted()).toEqual(
      [...edited, ...documents, ...added].toSorted(),
    );
    expect([...edited, ...documents].map(textOf)).toEqual(stale);

    expect(generate().status).toBe(0);
    expect([...edited, ...documents].map(textOf)).toEqual(before);
    expect(generate('--check')).toMatchObject({ status: 0, stderr: '' });
  });
});
