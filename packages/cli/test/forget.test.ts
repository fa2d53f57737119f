import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { serving, temporaryDirectory, vitrine, vitrineJson, vitrineOnTerminal } from './vitrine.ts';

const directory = temporaryDirectory();
const data = join(directory.path, 'data');
const place = ['--data', data];
afterAll(() => directory.remove());

/** It comes with every Debian, and gives a command a terminal. */
const hasScript = spawnSync('script', ['--version']).status === 0;

const records = ['19', '20']
  .flatMap((day) => [
    { kind: 'product', product_id: '1', region: 'US', observed_at: `2026-11-${day}T10:00:00Z`, total_sale_cnt: 5 },
    { kind: 'creator', user_id: '70', observed_at: `2026-11-${day}T10:00:00Z`, unique_id: 'zyxgoneperson' },
    {
      kind: 'video',
      video_id: '8',
      user_id: '70',
      observed_at: `2026-11-${day}T10:00:00Z`,
      products: [{ product_id: '1' }],
    },
  ])
  .map((record) => JSON.stringify(record))
  .join('\n');

function filesWithThem(): readonly string[] {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes('zyxgoneperson'));
}

describe('vitrine forget creator', () => {
  it('shows whom it would reach and what would go, and needs a yes where nobody can be asked', async () => {
    await vitrineJson(['ingest', '-', ...place], { stdin: records });
    const shown = await vitrineHere(['forget', 'creator', '70', '--dry-run', ...place]);
    expect(shown).toMatchObject({ status: 0, stderr: '' });
    for (const words of [
      '@zyxgoneperson',
      'creator: 2 records',
      'videos: 2 records of 1 video',
      'links to products: 1',
    ])
      expect(shown.stdout).toContain(words);
    const unasked = await vitrineHere(['forget', 'creator', '70', ...place]);
    expect(unasked).toMatchObject({ status: 2, stderr: expect.stringContaining('confirm with --yes') });
    const unknown = await vitrineHere(['forget', 'creator', '71', '--yes', ...place]);
    expect(unknown).toMatchObject({ status: 1, stderr: expect.stringContaining('pass --unknown') });
    expect(filesWithThem().length).toBeGreaterThan(0);
  });

  it.skipIf(!hasScript)('asks on a terminal, and erases nothing for anything but a yes', async () => {
    for (const typed of ['\n', 'n\n', 'maybe\n']) {
      const refused = await vitrineOnTerminal(['forget', 'creator', '70', ...place], typed);
      expect(refused.stdout).toContain('@zyxgoneperson');
      expect(refused.stdout).toContain('Erase this creator permanently? [y/N]');
      expect(refused.stdout).toContain('cancelled: nothing was erased');
      expect(refused.status).toBe(1);
    }
    expect(filesWithThem().length).toBeGreaterThan(0);
  });

  it('erases a person from a directory, copies that a server left there included', async () => {
    await vitrineJsonHere(['publish', ...place]);
    const server = await serving(data);
    await expect.poll(() => readdirSync(join(data, 'snapshots'))).toContain('v1');
    await server.stop();
    expect(filesWithThem().length).toBeGreaterThan(1);
    const confirmed = hasScript
      ? await vitrineOnTerminal(['forget', 'creator', '70', ...place], 'yes\n')
      : await vitrineHere(['forget', 'creator', '70', '--yes', ...place]);
    expect(confirmed).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/Erased 2 records .*, 2 of videos, 0 of lives and 0 of sales/),
    });
    expect(filesWithThem()).toEqual([]);
  });

  it('and they stay erased, which ingest reports', async () => {
    const again = await vitrine(['ingest', '-', ...place], { stdin: records });
    expect(again).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('skipped 4 records of erased creators'),
    });
    await vitrineJsonHere(['publish', ...place]);
    expect(filesWithThem()).toEqual([]);
  });

  it('through a server too', async () => {
    const server = await serving(data);
    const { stdout } = await vitrineHere(['forget', 'creator', '71', '--yes', '--unknown', ...place]);
    await server.stop();
    expect(stdout).toMatch(
      /^Erased 0 records of the creator, 0 of videos, 0 of lives and 0 of sales by them; version 4 is served without them/,
    );
  });

  it('wants an id', async () => {
    expect(await vitrineHere(['forget', 'creator', ...place])).toMatchObject({ status: 2 });
    const refused = await vitrineHere(['forget', 'creator', 'ann', '--yes', ...place]);
    expect(refused).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        'vitrine: ID: expected an id of 1 to 20 digits, or @ and a handle, got a text of length 3',
      ),
    });
  });
});
