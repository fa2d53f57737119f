import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { openRenderer, type Renderer, type RenderLimits } from '../../../src/surfaces/media/render-image.ts';
import { PictureRefused } from '../../../src/surfaces/media/rendering.ts';

const opened: Renderer[] = [];
afterEach(async () => {
  for (const renderer of opened.splice(0)) await renderer.close();
});

function renderer(limits?: RenderLimits): Renderer {
  const made = openRenderer(limits);
  opened.push(made);
  return made;
}

function picture(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: '#cc3344' }, limitInputPixels: false });
}

const kinds = ['jpeg', 'png', 'webp', 'gif', 'avif'] as const;
type Kind = (typeof kinds)[number];

/** A small picture whose header says other sides. */
async function claiming(kind: Kind, width: number, height: number): Promise<Buffer> {
  const bytes = await picture(16, 16)
    .toFormat(kind, kind === 'webp' ? { lossless: false } : {})
    .toBuffer();
  const write: Readonly<Record<Kind, () => void>> = {
    jpeg: () => {
      const frame = bytes.indexOf(Buffer.from('ffc0', 'hex'));
      bytes.writeUInt16BE(height, frame + 5);
      bytes.writeUInt16BE(width, frame + 7);
    },
    png: () => {
      bytes.writeUInt32BE(width, 16);
      bytes.writeUInt32BE(height, 20);
      bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29);
    },
    // Fourteen bits a side: it cannot claim more than 16,383.
    webp: () => {
      const frame = bytes.indexOf(Buffer.from('9d012a', 'hex'));
      bytes.writeUInt16LE(width, frame + 3);
      bytes.writeUInt16LE(height, frame + 5);
    },
    // The screen, and the one picture on it.
    gif: () => {
      const image = bytes.indexOf(Buffer.from('2c0000000010001000', 'hex'));
      for (const at of [6, image + 5]) {
        bytes.writeUInt16LE(width, at);
        bytes.writeUInt16LE(height, at + 2);
      }
    },
    avif: () => {
      const extents = bytes.indexOf('ispe');
      bytes.writeUInt32BE(width, extents + 8);
      bytes.writeUInt32BE(height, extents + 12);
    },
  };
  write[kind]();
  return bytes;
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** All of one colour, so that few bytes hold it. */
function flatPng(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length, 0);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((width * 3 + 1) * height));
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

describe('a picture is refused by what its header says, before anything is unpacked', () => {
  it('such as a PNG of 1,000,000 by 40', async () => {
    await expect(renderer().render(flatPng(1_000_000, 40))).rejects.toThrow(
      'it has 1000000 by 40 pixels, expected at most 16384 per side',
    );
  });

  it.each(kinds.filter((kind) => kind !== 'webp'))('of kind %s, with a side above 16,384', async (kind) => {
    const { render } = renderer();
    for (const [width, height] of [
      [16_385, 16],
      [16, 16_385],
    ] as const) {
      const said = `it has ${width} by ${height} pixels, expected at most 16384 per side`;
      await expect(render(await claiming(kind, width, height))).rejects.toThrow(new PictureRefused(said));
    }
  });

  it.each(kinds)('of kind %s, with more than 40 million pixels', async (kind) => {
    await expect(renderer().render(await claiming(kind, 6_400, 6_400))).rejects.toThrow(
      'it has 6400 by 6400 pixels, expected at most 40000000 in all',
    );
  });

  it('and not one that is as long as may be', async () => {
    const image = await renderer().render(flatPng(16_384, 40));
    expect(await sharp(image).metadata()).toMatchObject({ format: 'webp', width: 800, height: 2 });
  });
});

describe('a conversion that is killed is a picture refused, and the next one works', () => {
  it('when it takes too long', async () => {
    const late = new AbortController();
    let deadline = late.signal;
    const { render } = renderer({ deadline: () => deadline });
    const small = await picture(20, 10).png().toBuffer();
    await render(small);
    const refused = expect(render(flatPng(6_000, 6_000))).rejects.toThrow(new PictureRefused('it took too long'));
    late.abort();
    await refused;
    deadline = new AbortController().signal;
    expect(await sharp(await render(small)).metadata()).toMatchObject({ width: 20 });
  });

  it('when it wants more memory than it may have', async () => {
    const { render } = renderer({ memoryBytesMax: 200 * 2 ** 20 });
    // Few bytes, which unpack to some 800 MB.
    const large = await picture(6_200, 6_200).avif({ effort: 0, quality: 20 }).toBuffer();
    expect(large.length).toBeLessThan(10_000);
    await expect(render(large)).rejects.toThrow(PictureRefused);
    const image = await render(await picture(20, 10).avif().toBuffer());
    expect(await sharp(image).metadata()).toMatchObject({ width: 20 });
  });

  it('when its process is ended from outside', async () => {
    const { render, close } = renderer();
    const small = await picture(20, 10).png().toBuffer();
    const refused = expect(render(flatPng(6_000, 6_000))).rejects.toThrow(PictureRefused);
    await close();
    await refused;
    expect(await sharp(await render(small)).metadata()).toMatchObject({ width: 20 });
  });
});
