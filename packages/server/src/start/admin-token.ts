import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

/** The token kept in a file, or undefined when there is none. */
export function readAdminToken(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The token kept in a file that only its owner can read; made when it is missing. */
export function keptAdminToken(path: string): string {
  const kept = readAdminToken(path);
  if (kept !== undefined) return kept;
  const token = `vta_${randomBytes(24).toString('base64url')}`;
  writeFileSync(path, `${token}\n`, { mode: 0o600 });
  return token;
}
