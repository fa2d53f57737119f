import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ImageCache } from '../../../src/surfaces/media/image-cache.ts';

let parent: string;
let directory: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'vitrine-cache-'));
  directory = join(parent, 'media');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function open(limits: { readonly bytesMax?: number; readonly fileBytesMax?: number } = {}): ImageCache {
  return new ImageCache({ directory, bytesMax: 100, ...limits });
}

async function kept(cache: ImageCache, names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of names) if ((await cache.read(name)) !== undefined) found.push(name);
  return found;
}

const tenBytes = Buffer.from('0123456789');

describe('a cache of images', () => {
  it('gives what was written, also to the next process', async () => {
    const cache = open();
    await cache.write('a', tenBytes, cache.era);
    expect(await cache.read('a')).toEqual(tenBytes);
    expect(await open().read('a')).toEqual(tenBytes);
    expect(await cache.read('b')).toBeUndefined();
  });

  it('never holds more bytes than it may, and lets go of what was not used for longest', async () => {
    const cache = open({ bytesMax: 30 });
    for (const name of ['a', 'b', 'c']) await cache.write(name, tenBytes, cache.era);
    await cache.read('a');
    await cache.write('d', tenBytes, cache.era);
    expect(readdirSync(directory).sort()).toEqual(['a', 'c', 'd']);
    await cache.write('a', Buffer.from('01234567890123456789'), cache.era);
    expect(readdirSync(directory).sort()).toEqual(['a', 'd']);
  });

  it('lets go of as much as a smaller limit wants when it is opened again, the longest unused first', async () => {
    const cache = open();
    for (const [age, name] of ['c', 'b', 'a'].entries()) {
      await cache.write(name, tenBytes, cache.era);
      utimesSync(join(directory, name), 1_000 - age, 1_000 - age);
    }
    await cache.read('a');
    expect(await kept(open({ bytesMax: 20 }), ['a', 'b', 'c'])).toEqual(['a', 'c']);
  });

  it('does not keep a file larger than a file may be', async () => {
    const cache = open({ fileBytesMax: 9 });
    await cache.write('a', tenBytes, cache.era);
    expect(await cache.read('a')).toBeUndefined();
  });

  it('does not miss a file that somebody removed', async () => {
    const cache = open();
    await cache.write('a', tenBytes, cache.era);
    rmSync(join(directory, 'a'));
    expect(await cache.read('a')).toBeUndefined();
    await cache.write('a', tenBytes, cache.era);
    expect(await cache.read('a')).toEqual(tenBytes);
  });

  it('removes drafts that a killed process left', async () => {
    const cache = open();
    await cache.write('a', tenBytes, cache.era);
    writeFileSync(join(directory, '7.draft'), 'half');
    await open().read('a');
    expect(readdirSync(directory)).toEqual(['a']);
  });

  it('is empty once it was cleared, of files and of what is made of what was asked for before', async () => {
    const cache = open();
    await cache.write('a', tenBytes, cache.era);
    const { era } = cache;
    const writing = cache.write('b', tenBytes, era);
    await Promise.allSettled([writing, cache.clear()]);
    await cache.write('c', tenBytes, era);
    expect(await kept(cache, ['a', 'b', 'c'])).toEqual([]);
    expect(readdirSync(directory)).toEqual([]);
    expect(readdirSync(parent)).toEqual(['media']);
    await cache.write('a', tenBytes, cache.era);
    expect(await cache.read('a')).toEqual(tenBytes);
  });

  it('removes what a killed process was about to clear, when it is opened and when it is cleared', async () => {
    for (const finish of [() => open().read('a'), () => open().clear()]) {
      mkdirSync(join(parent, 'media.cleared-1-1'));
      writeFileSync(join(parent, 'media.cleared-1-1', 'a'), 'image');
      await finish();
      expect(readdirSync(parent)).toEqual(['media']);
    }
  });

  it('can be cleared before it was ever used', async () => {
    await open().clear();
    expect(readdirSync(parent)).toEqual([]);
  });
});
