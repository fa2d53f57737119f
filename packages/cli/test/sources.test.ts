import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type IngestSummary, type SourceEntry, sourceNames } from '@vitrine/server';
import { afterAll, describe, expect, it } from 'vitest';
import { vitrineHere, vitrineJsonHere } from './in-process.ts';
import { temporaryDirectory } from './vitrine.ts';

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));
const home = temporaryDirectory();
afterAll(() => home.remove());

describe('vitrine sources', () => {
  it('lists every source with the kinds of its records and the options that it asks for', async () => {
    const { status, stdout } = await vitrineHere(['sources']);
    expect(status).toBe(0);
    const [head, ...lines] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^SOURCE +FILES +KINDS +MAY ASK FOR$/);
    const names = lines.map((line) => line.split(' ')[0]);
    const entries = await vitrineJsonHere<SourceEntry[]>(['sources']);
    expect(names).toEqual(entries.map(({ name }) => name));
    expect(entries.flatMap(({ name, otherNames }) => [name, ...otherNames]).sort()).toEqual([...sourceNames].sort());
    expect(stdout).toMatch(/^tiktok-live .* live +--zone --creator$/m);
    expect(stdout).toMatch(/^tiktok-orders .* sale +--currency$/m);
  });

  it('shows one, also by its other name, and as JSON', async () => {
    const { stdout } = await vitrineHere(['sources', 'keyapi']);
    expect(stdout).toMatch(/^keyapi: .+\n\n/);
    expect(stdout).toContain('  asks for: --region');
    expect((await vitrineHere(['sources', 'echotik'])).stdout).toBe(stdout);
    const shown = await vitrineJsonHere<SourceEntry>(['sources', 'kalodata']);
    expect(shown).toMatchObject({ name: 'kalodata', tables: expect.arrayContaining([expect.anything()]) });
  });

  it('names the sources there are when it knows none of the name', async () => {
    const { status, stderr } = await vitrineHere(['sources', 'nowhere']);
    expect(status).toBe(2);
    expect(stderr).toContain(`NAME: expected one of keyapi, `);
    expect(stderr).toContain('got "nowhere"');
  });
});

/** The command that its README gives for each example, as words. */
const commands = readFileSync(join(examples, 'README.md'), 'utf8').matchAll(
  /`vitrine (ingest examples\/([^ `]+)[^`]*)`/g,
);
const perFile = [...commands].map(([, command = '', file = '']) => [file, command.split(' ')] as const);

describe('the examples', () => {
  it('each have a command', () => {
    const files = readdirSync(examples).filter((name) => name !== 'README.md');
    expect(perFile.map(([file]) => file).sort()).toEqual(files.sort());
  });

  it.each(perFile)('%s goes in whole by its command, as its dry run says', async (file, words) => {
    const here = words.map((word) => word.replace('examples/', examples));
    const said: IngestSummary[] = [];
    for (const more of [['--dry-run'], []]) {
      const { batches } = await vitrineJsonHere<{ batches: IngestSummary[] }>([
        ...[...here, ...more, '--data'],
        join(home.path, file),
      ]);
      said.push(...batches);
      expect(existsSync(join(home.path, file))).toBe(more.length === 0);
    }
    const [dry, wet] = said;
    expect(wet).toMatchObject({ rejected: 0, records: dry?.records });
    expect(Object.values(wet?.records ?? {}).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });
});
