import { join } from 'node:path';
import { openVitrine, readConfig } from '@vitrine/server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { vitrineHere } from './in-process.ts';
import { productLines } from './samples.ts';
import { serving, temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
const place = ['--data', join(directory.path, 'data')];
afterAll(() => directory.remove());

const name = 'creator 7 of 2026-11-20 is quarantined: total_followers_cnt';

/** A record that no ingest would take in: one of an earlier release, or written by hand. */
beforeAll(async () => {
  await vitrine(['ingest', '-', ...place], { stdin: productLines('1') });
  const opened = await openVitrine(readConfig({ VITRINE_DATA_DIR: place[1] }, {}));
  const columns = 'user_id, observed_at, batch, total_followers_cnt';
  await opened.engine.command(`INSERT INTO landing_creator (${columns}) VALUES (7, '2026-11-20 12:00:00', 1, -1)`);
  await opened.close();
});

it('what a publish keeps out is named by it, by the list of versions and by doctor, which fails', async () => {
  const published = await vitrineHere(['publish', ...place]);
  expect(published).toMatchObject({ status: 0, stdout: expect.stringContaining(name) });
  expect((await vitrineHere(['versions', 'list', ...place])).stdout).toContain(name);
  const examined = await vitrineHere(['doctor', ...place]);
  expect(examined).toMatchObject({ status: 1, stdout: expect.stringContaining(name) });
  expect(examined.stdout).toMatch(/^FAIL {2}dataset /m);
  const token = 'a-token-of-the-tests';
  const server = await serving(String(place[1]), { VITRINE_ADMIN_TOKEN: token });
  const through = await vitrineHere(['doctor', '--server', server.url, '--token', token]);
  await server.stop();
  expect(through).toMatchObject({ status: 1, stdout: expect.stringContaining(name) });
});
