import { type Clock, systemClock } from '../../kernel/clock.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { isoOf } from '../../kernel/field-checks.ts';
import { secretCheck } from '../../kernel/secrets.ts';
import type { KnownKeys } from '../keys/known-keys.ts';
import type { FailedAttempts } from '../rates/failed-attempts.ts';
import type { AdminActor, AdminKeyRecord, AdminKeyStore, AdminScope } from './admin-keys.ts';

/** Who may use the admin API: whoever presents the admin token, or an admin key with the scope. */
export interface AdminGate {
  /**
   * The right token always passes, and so does a key that was found before: whoever tries out tokens at the same
   * address shuts nobody out, and is told no more than 429 after too many.
   *
   * @param presented the bearer token; undefined: none.
   * @param scope what is asked for; null: something that no key may do, only the token.
   * @throws ApiError 401 admin-token-invalid, admin-key-ended; 403 admin-scope-missing; 429 attempts-exceeded
   */
  admit(presented: string | undefined, address: string, scope: AdminScope | null): Promise<AdminActor>;
}

export interface AdminGateParts {
  readonly adminToken: string;
  readonly adminKeys: AdminKeyStore;
  /** Wrong tokens, apart from keys of callers that do not work. */
  readonly attempts: FailedAttempts;
  /** Admin keys that were made before. */
  readonly known: KnownKeys;
  readonly clock?: Clock;
}

export function createAdminGate(parts: AdminGateParts): AdminGate {
  const { adminKeys, clock = systemClock } = parts;
  const isAdminToken = secretCheck(parts.adminToken);
  return {
    async admit(presented = '', address, scope) {
      if (isAdminToken(presented)) return 'admin-token';
      const key = await foundKey(parts, presented, address);
      requireWorking(key, clock.now());
      requireScope(key, scope);
      // Who cannot write to a full disk must still be let in, to mend it.
      await adminKeys.noteUse(key).catch(() => {});
      return key.id;
    },
  };
}

async function foundKey(parts: AdminGateParts, presented: string, address: string): Promise<AdminKeyRecord> {
  const { adminKeys, attempts, known } = parts;
  // Who shows nothing tries out nothing.
  if (presented === '') throw new ApiError(errors.adminTokenInvalid, {});
  if (!known.has(presented)) await attempts.check(address);
  const key = await adminKeys.find(presented);
  if (key === undefined) {
    await attempts.count(address);
    throw new ApiError(errors.adminTokenInvalid, {});
  }
  known.add(presented);
  return key;
}

function requireWorking({ hint, revokedAt, expiresAt }: AdminKeyRecord, now: number): void {
  if (revokedAt !== null) throw ended(hint, 'was revoked', revokedAt);
  if (now >= expiresAt) throw ended(hint, 'expired', expiresAt);
}

function ended(given: string, how: string, moment: number): ApiError {
  return new ApiError(errors.adminKeyEnded, { given, how, moment: isoOf(moment) });
}

/** @param scope as in {@link AdminGate.admit}. @throws ApiError admin-scope-missing */
export function requireScope({ scopes }: Pick<AdminKeyRecord, 'scopes'>, scope: AdminScope | null): void {
  if (scope !== null && scopes.includes(scope)) return;
  const expected = scope === null ? 'the admin token' : `the scope ${scope}`;
  throw new ApiError(errors.adminScopeMissing, { expected, given: scopes.join(', ') });
}
