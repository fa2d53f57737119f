import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { productLines } from './samples.ts';
import { serving, temporaryDirectory, vitrine } from './vitrine.ts';

const directory = temporaryDirectory();
const place = ['--data', join(directory.path, 'data')];
afterAll(() => directory.remove());

beforeAll(async () => {
  await vitrine(['ingest', '-', ...place], { stdin: productLines('1') });
});

it('says that nothing is published yet', async () => {
  const { status, stderr } = await vitrineHere(['estimates', 'score', ...place]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('nothing is published yet') });
});

it('says what is missing where too few sales are known, and what to bring', async () => {
  await vitrineHere(['publish', ...place]);
  const { status, stdout } = await vitrineHere(['estimates', 'score', ...place]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^videos +30 +0 +0 +0 +too few: 0 of 10 sources, 0 of 50 units$/m);
  expect(stdout).toContain('a figure needs 10 sources that sold 50 units');
  expect(stdout).toContain('Ingest affiliate orders');
  const found = await vitrineJsonHere<object>(['estimates', 'score', ...place]);
  expect(found).toMatchObject({ version: 1, isEnough: false, least: { sources: 10, units: 50 } });
});

it('refuses a directory that a server has', async () => {
  const server = await serving(place[1] ?? '');
  try {
    const { status, stderr } = await vitrineHere(['estimates', 'score', ...place]);
    expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('a server is already running') });
  } finally {
    await server.stop();
  }
});
