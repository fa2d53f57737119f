import sharp from 'sharp';

/*
 * A process that converts pictures, one after the other: nothing is known of their bytes, and the library that reads
 * them works on memory of its own. Who started it limits its memory and kills it when one takes too long. A picture
 * comes as a message, and so does what becomes of it: `{image}` or `{refusal}`.
 */

/** Of what is served: always WebP, no side longer than this, nothing of what cameras write beside the picture. */
const servedSideMax = 800;
const quality = 80;

/** What has more is not unpacked. The library's limit of pixels does not tell 6,000 × 6,000 from 1,000,000 × 40. */
const sideMax = 16_384;
const pixelsMax = 40_000_000;

/**
 * JPEG, PNG, WebP, GIF, AVIF, as the bytes say, whatever the origin called them. SVG and documents have no place here.
 */
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`);

sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: loaders });
sharp.cache(false);
sharp.concurrency(1);

async function converted(bytes: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width > sideMax || height > sideMax)
    throw new Error(`it has ${width} by ${height} pixels, expected at most ${sideMax} per side`);
  if (width * height > pixelsMax)
    throw new Error(`it has ${width} by ${height} pixels, expected at most ${pixelsMax} in all`);
  return sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' })
    .rotate()
    .resize({ width: servedSideMax, height: servedSideMax, fit: 'inside', withoutEnlargement: true })
    .webp({ quality })
    .toBuffer();
}

process.on('message', async (bytes: Buffer) => {
  try {
    process.send?.({ image: await converted(bytes) });
  } catch (error) {
    process.send?.({ refusal: error instanceof Error ? error.message : String(error) });
  }
});
process.on('disconnect', () => process.exit());
