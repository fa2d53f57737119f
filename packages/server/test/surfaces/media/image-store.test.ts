import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ImageCache } from '../../../src/surfaces/media/image-cache.ts';
import { ImageStore } from '../../../src/surfaces/media/image-store.ts';
import type { OriginFailure } from '../../../src/surfaces/media/origin/origin-failure.ts';
import { openRenderer } from '../../../src/surfaces/media/render-image.ts';
import { type Origin, startOrigin } from './origin.ts';

const address = 'https://images.example/a.jpg';

const renderer = openRenderer();
let origin: Origin;
let directory: string;
let cache: ImageCache;
let store: ImageStore;
let now: number;
let observed: Set<string>;
let missing: OriginFailure[];

beforeAll(async () => {
  origin = await startOrigin();
});
afterAll(async () => {
  await renderer.close();
  await origin.close();
});
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'vitrine-images-'));
  cache = new ImageCache({ directory, bytesMax: 10_000_000 });
  now = 0;
  observed = new Set([address]);
  missing = [];
  origin.asked.length = 0;
  origin.hosts.clear();
  store = await newStore();
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

async function newStore(): Promise<ImageStore> {
  return new ImageStore({
    cache,
    network: origin,
    render: renderer.render,
    isObserved: async (each) => observed.has(each),
    onMissing: (failure) => missing.push(failure),
    onCacheFailure: (error) => expect.unreachable(String(error)),
    clock: { now: () => now },
  });
}

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#cc3344' } });
}

function originSends(bytes: Buffer | string, contentType = 'image/jpeg'): void {
  origin.answer = (_request, response) => response.writeHead(200, { 'Content-Type': contentType }).end(bytes);
}

describe('an image', () => {
  it.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    'may be %s, and comes as WebP within 800 by 800',
    async (kind) => {
      originSends(await picture(1_600, 400).toFormat(kind).toBuffer());
      const image = await store.image(address);
      expect(await sharp(image).metadata()).toMatchObject({ format: 'webp', width: 800, height: 200 });
    },
  );

  it('is not made larger, and says nothing of who took it where', async () => {
    originSends(
      await picture(40, 30)
        .jpeg()
        .withExif({ IFD0: { Artist: 'Ann' } })
        .toBuffer(),
    );
    const { width, exif, icc } = await sharp(await store.image(address)).metadata();
    expect({ width, exif, icc }).toEqual({ width: 40, exif: undefined, icc: undefined });
  });

  it('is known by its bytes and not by what the origin calls it', async () => {
    originSends(await picture(10, 10).png().toBuffer(), 'text/html');
    expect(await store.image(address)).toBeInstanceOf(Buffer);
  });

  it('is fetched once and then kept, for the next process too', async () => {
    originSends(await picture(10, 10).png().toBuffer());
    const first = await store.image(address);
    cache = new ImageCache({ directory, bytesMax: 10_000_000 });
    expect([await store.image(address), await (await newStore()).image(address)]).toEqual([first, first]);
    expect(origin.asked).toEqual(['/a.jpg']);
  });

  it('is fetched once for all who ask at the same time', async () => {
    originSends(await picture(10, 10).png().toBuffer());
    const images = await Promise.all(Array.from({ length: 50 }, () => store.image(address)));
    expect(new Set(images.map((image) => image?.toString('hex'))).size).toBe(1);
    expect(origin.asked).toHaveLength(1);
  });

  it('is not kept if the cache is cleared while it is fetched', async () => {
    const bytes = await picture(10, 10).png().toBuffer();
    let cleared: Promise<void> | undefined;
    origin.answer = (_request, response) => {
      cleared = cache.clear();
      response.end(bytes);
    };
    expect(await store.image(address)).toBeInstanceOf(Buffer);
    await cleared;
    expect(readdirSync(directory)).toEqual([]);
  });
});

describe('there is no image', () => {
  it('where no observation names the address, and nobody is asked for it', async () => {
    originSends(await picture(10, 10).png().toBuffer());
    expect(await store.image('https://images.example/other.jpg')).toBeUndefined();
    expect(origin.asked).toEqual([]);
  });

  it.each([
    ['a page', '<!doctype html><title>no image</title>'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><rect width="9" height="9"/></svg>'],
    ['half an image', Buffer.from('ffd8ffe000104a46494600', 'hex')],
    ['nothing', ''],
  ])('where the origin sends %s as image/jpeg', async (_what, bytes) => {
    originSends(bytes);
    expect(await store.image(address)).toBeUndefined();
    expect(missing.map(({ kind }) => kind)).toEqual(['refused']);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('where few bytes unpack to more than 40 million pixels', async () => {
    const bytes = await picture(10, 10).jpeg().toBuffer();
    // Its frame header, which says height and width.
    const frame = bytes.indexOf(Buffer.from('ffc0', 'hex'));
    bytes.writeUInt16BE(6_400, frame + 5);
    bytes.writeUInt16BE(6_400, frame + 7);
    originSends(bytes);
    expect(await store.image(address)).toBeUndefined();
    expect(missing.map(({ cause }) => String(cause))).toEqual([
      expect.stringContaining('6400 by 6400 pixels, expected at most 40000000 in all'),
    ]);
  });

  it('where its host leads inside', async () => {
    origin.hosts.set('images.example', ['169.254.169.254']);
    expect(await store.image(address)).toBeUndefined();
    expect(origin.asked).toEqual([]);
  });
});

describe('an origin', () => {
  it('is asked again after an hour for what is gone', async () => {
    origin.answer = (_request, response) => response.writeHead(404).end();
    for (now of [0, 1_000, 3_599_000]) expect(await store.image(address)).toBeUndefined();
    expect(origin.asked).toHaveLength(1);
    now = 3_600_001;
    originSends(await picture(10, 10).png().toBuffer());
    expect(await store.image(address)).toBeInstanceOf(Buffer);
  });

  it('is asked again after a minute for what failed', async () => {
    origin.answer = (_request, response) => response.writeHead(502).end();
    for (now of [0, 59_000]) await store.image(address);
    expect(origin.asked).toHaveLength(1);
    now = 60_001;
    await store.image(address);
    expect(origin.asked).toHaveLength(2);
  });

  it('is asked for eight images at a time; 200 more wait, and further ones are told to come back', async () => {
    const bytes = await picture(4, 4).png().toBuffer();
    let underWay = 0;
    let mostUnderWay = 0;
    const held: (() => void)[] = [];
    origin.answer = (_request, response) => {
      mostUnderWay = Math.max(mostUnderWay, ++underWay);
      held.push(() => {
        underWay--;
        response.end(bytes);
      });
      if (open) held.pop()?.();
    };
    let open = false;
    const addresses = Array.from({ length: 209 }, (_, i) => `https://images.example/${i}.png`);
    observed = new Set(addresses);
    const asked = addresses.map((each) => store.image(each));
    const last = await asked.at(-1)?.catch((error: unknown) => error);
    expect(last).toMatchObject({ id: 'overloaded', headers: { 'Retry-After': '5' } });
    open = true;
    for (const release of held.splice(0)) release();
    const images = await Promise.all(asked.slice(0, -1));
    expect(images.every((image) => image instanceof Buffer)).toBe(true);
    expect(mostUnderWay).toBeLessThanOrEqual(8);
  });
});
