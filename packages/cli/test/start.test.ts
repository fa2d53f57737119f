import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { productLines } from './samples.ts';
import { starting, temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
afterAll(() => directory.remove());
const data = directory.path;
const place = ['--data', data];

describe('npm start', () => {
  it('publishes what is there without mixing anything made up into it, and prints a line that works when pasted', async () => {
    await vitrine(['ingest', '-', ...place], { stdin: productLines('77') });
    const server = await starting(data);
    const pasted = /curl .*/.exec(server.said)?.[0] ?? '';
    const { stdout } = spawnSync('bash', ['-c', pasted], { encoding: 'utf8' });
    await server.stop();
    expect(JSON.parse(stdout)).toMatchObject({ code: 0, data: [{ product_id: '77', total_sale_cnt: 110 }] });
  });

  it('shows the same key again, which only the owner of the directory can read, or a new one after it was revoked', async () => {
    const path = join(data, 'demo-key');
    const kept = readFileSync(path, 'utf8').trim();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const again = await starting(data);
    expect(await again.stop()).toBe(0);
    expect(again.said).toContain(kept);
    const [{ id } = { id: '' }] = await vitrineJsonHere<readonly { id: string }[]>(['keys', 'list', ...place]);
    await vitrineHere(['keys', 'revoke', id, ...place]);
    const afterwards = await starting(data);
    await afterwards.stop();
    expect(afterwards.said).not.toContain(kept);
    expect(afterwards.said).toContain(readFileSync(path, 'utf8').trim());
  });
});
