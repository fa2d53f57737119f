import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const cipher = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];

/** A text that only who knows the secret can read again. */
export function sealed(text: string, secret: string): string {
  const nonce = randomBytes(nonceBytes);
  const encryption = createCipheriv(cipher, keyOf(secret), nonce);
  const bytes = [nonce, encryption.update(text, 'utf8'), encryption.final()];
  return Buffer.concat([...bytes, encryption.getAuthTag()]).toString('base64');
}

/** @throws Error when the secret is another one, or the text was changed */
export function opened(text: string, secret: string): string {
  const bytes = Buffer.from(text, 'base64');
  const decryption = createDecipheriv(cipher, keyOf(secret), bytes.subarray(0, nonceBytes));
  decryption.setAuthTag(bytes.subarray(-tagBytes));
  return decryption.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8') + decryption.final('utf8');
}

function keyOf(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'vitrine idempotency', 32));
}
