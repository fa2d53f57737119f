import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { isWellFormed } from '../access/key-format.ts';
import type { Config } from '../config.ts';
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

/** The one that was configured, or else the kept one. @throws StartError when it is the key of somebody */
export function adminTokenOf({ adminToken }: Config, paths: DataPaths): string {
  if (adminToken === undefined) return keptAdminToken(paths.adminToken);
  if (!isWellFormed(adminToken)) return adminToken;
  throw new StartError('VITRINE_ADMIN_TOKEN is a key, not an admin token: unset it, or choose a token');
}

/** The token kept in a file that only its owner can read; made when it is missing. */
function keptAdminToken(path: string): string {
  const kept = readAdminToken(path);
  if (kept !== undefined) return kept;
  const token = `vta_${randomBytes(24).toString('base64url')}`;
  writeFileSync(path, `${token}\n`, { mode: 0o600 });
  return token;
}
