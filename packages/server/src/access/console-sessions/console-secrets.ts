import { createHmac, randomBytes } from 'node:crypto';
import type { AdminActor, AdminKeyId } from '../admin-keys/admin-keys.ts';

const prefixes = { session: 'vts_', code: 'vtl_' } as const;
const secretPattern = /^vt[sl]_[\w-]{43}$/;

/** A new token of a session, or a login code: 256 random bits. */
export function newSecret(kind: keyof typeof prefixes): string {
  return prefixes[kind] + randomBytes(32).toString('base64url');
}

/** Whether a text can be a token or a code at all. */
export function isSecret(presented: string): boolean {
  return secretPattern.test(presented);
}

/**
 * Proves that whoever had a secret made knew the admin token: once that is changed, what it opened is found no more. It
 * gives neither away, for the secret is random and not kept.
 */
export function proofOf(secret: string, adminToken: string): string {
  return createHmac('sha256', adminToken).update(secret).digest('hex');
}

/** Whose a secret is, as it is stored. */
export interface StoredOwner {
  readonly admin_key_id: AdminKeyId | null;
  readonly admin_token_proof: string | null;
}

export function storedOwner(actor: AdminActor, secret: string, adminToken: string): StoredOwner {
  return actor === 'admin-token'
    ? { admin_key_id: null, admin_token_proof: proofOf(secret, adminToken) }
    : { admin_key_id: actor, admin_token_proof: null };
}
