import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Config } from '../config.ts';
import { isToken, tokenLengthMin } from '../config-values.ts';
import type { DataPaths } from './data-directory.ts';
import { StartError } from './start-failure.ts';

/** The token kept in a file, or undefined when there is none. */
export function readAdminToken(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The one that was configured, or else the kept one. @throws StartError when it is none, or the key of somebody */
export function adminTokenOf({ adminToken }: Config, paths: DataPaths): string {
  const token = adminToken ?? keptAdminToken(paths.adminToken);
  const where = adminToken === undefined ? paths.adminToken : 'VITRINE_ADMIN_TOKEN';
  if (/^sk_/.test(token)) throw new StartError(`${where} is a key, not an admin token: choose a token, or remove it`);
  if (isToken(token)) return token;
  throw new StartError(`${where}: expected at least ${tokenLengthMin} characters without spaces, got something else`);
}

/** The token kept in a file that only its owner can read; made when it is missing. */
function keptAdminToken(path: string): string {
  const kept = readAdminToken(path);
  if (kept !== undefined) return kept;
  const token = `vta_${randomBytes(24).toString('base64url')}`;
  writeFileSync(path, `${token}\n`, { mode: 0o600 });
  return token;
}
