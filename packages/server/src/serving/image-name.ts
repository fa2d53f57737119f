import { hash } from 'node:crypto';

/** Name of an image by its address: half of its SHA-256, 32 hexadecimal digits. `serving_image` holds the same. */
export function imageName(address: string): string {
  return hash('sha256', address).slice(0, 32);
}
