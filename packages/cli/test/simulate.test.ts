import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { program, temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());

const words = ['simulate', '--products', '20', '--days', '5', '--end-date', '2026-11-20'];

describe('vitrine simulate', () => {
  it('gives the same bytes for the same seed and others for another', async () => {
    const one = await vitrine([...words, '--seed', '7']);
    expect(await vitrine([...words, '--seed', '7'])).toEqual(one);
    expect((await vitrine([...words, '--seed', '8'])).stdout).not.toBe(one.stdout);
  });

  it('makes the world that is asked for', async () => {
    const [plain, hard, ads] = await Promise.all(
      ['plain', 'hard', 'ads,wear'].map((world) => vitrine([...words, '--world', world])),
    );
    expect(plain).toEqual(await vitrine(words));
    expect(new Set([plain?.stdout, hard?.stdout, ads?.stdout]).size).toBe(3);
  });

  it('writes the truth beside the same observations', async () => {
    const path = join(directory.path, 'truth.ndjson');
    const { stdout } = await vitrine([...words, '--truth', path]);
    expect(stdout).toBe((await vitrine(words)).stdout);
    const [first = ''] = readFileSync(path, 'utf8').split('\n');
    expect(JSON.parse(first)).toMatchObject({ product_id: expect.any(String), units: expect.any(Number) });
  });

  it('writes what an export of a source shows on a day', async () => {
    const { stdout } = await vitrine([...words, '--as', 'keyapi', '--day', '2026-11-19', '--region', 'TH']);
    const [products = ''] = stdout.split('\n');
    expect(JSON.parse(products).data[0]).toMatchObject({ region: 'TH', last_crawl_dt: 20261119 });
  });

  it.each([
    [['--as', 'nowhere'], /^vitrine: --as: expected one of keyapi/],
    [['--as', 'keyapi', '--truth', 'truth.ndjson'], /^vitrine: --truth and --as cannot be combined/],
    [['--as', 'keyapi', '--day', '2026-11-21'], /^vitrine: --day: expected one of the 5 days up to 2026-11-20/],
    [['--day', '2026-11-19'], /^vitrine: --day needs --as/],
    [['--world', 'easy'], /^vitrine: --world: expected one of plain, hard, creators, .*, got "easy"/],
    [['--world', 'ads,plain'], /^vitrine: --world: expected one of creators, .*, got "plain"/],
    [['--region', 'XX'], /^vitrine: --region: expected one of US, /],
  ])('refuses %j', async (more, stderr) => {
    expect(await vitrine([...words, ...more])).toMatchObject({ status: 2, stderr: expect.stringMatching(stderr) });
  });

  it('says so when the truth cannot be written', async () => {
    const path = join(directory.path, 'no', 'such', 'folder');
    expect(await vitrine([...words, '--truth', path])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^vitrine: cannot write .*ENOENT/),
    });
  });

  it('is quiet when its reader has seen enough', () => {
    const pipe = `"${process.execPath}" "${program}" simulate --days 400 | head -c 100; exit "\${PIPESTATUS[0]}"`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', pipe], { encoding: 'utf8' });
    expect({ status, stderr, bytes: stdout.length }).toEqual({ status: 0, stderr: '', bytes: 100 });
  });
});
