/** Makes one image of a known kind and size out of bytes that nothing is known of. @throws when they are no such image */
export type RenderImage = (bytes: Buffer) => Promise<Buffer>;

/** What is served: always WebP, no side longer than this, nothing of what cameras write beside the picture. */
const sideMax = 800;
const quality = 80;

/** Input that unpacks to more is not unpacked. */
const pixelsMax = 40_000_000;
const secondsMax = 10;

/** JPEG, PNG, WebP, GIF, AVIF, as the bytes say, whatever the origin called them. SVG and documents have no place here. */
const loaders = ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif'].map((name) => `VipsForeignLoad${name}Buffer`);

/** Loads the library, which only who serves images needs. */
export async function openRenderer(): Promise<RenderImage> {
  const { default: sharp } = await import('sharp');
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: loaders });
  sharp.cache(false);
  sharp.concurrency(1);
  return async (bytes) =>
    sharp(bytes, { limitInputPixels: pixelsMax, failOn: 'error' })
      .timeout({ seconds: secondsMax })
      .rotate()
      .resize({ width: sideMax, height: sideMax, fit: 'inside', withoutEnlargement: true })
      .webp({ quality })
      .toBuffer();
}
