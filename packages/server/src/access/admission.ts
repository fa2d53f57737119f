import { ApiError, errors } from '../kernel/errors.ts';
import { hintOf } from './keys/key-format.ts';
import type { KeyLookup, KeyRecord } from './keys/keys.ts';

/** A key that was looked up and found. */
export type FoundKey = Extract<KeyLookup, { readonly found: 'known' }>;

/** @throws ApiError key-revoked, key-expired, key-not-yet-valid, key-replaced */
export function requireWorking({ key, endsAt }: FoundKey, presentedKey: string, now: number): void {
  const { revokedAt, expiresAt, notBefore } = key;
  if (revokedAt !== null) throw refusal(errors.keyRevoked, presentedKey, revokedAt);
  if (expiresAt !== null && now >= expiresAt) throw refusal(errors.keyExpired, presentedKey, expiresAt);
  if (notBefore !== null && now < notBefore) throw refusal(errors.keyNotYetValid, presentedKey, notBefore);
  if (endsAt !== null && now >= endsAt) throw refusal(errors.keyReplaced, presentedKey, endsAt);
}

type TimedRefusal = 'keyRevoked' | 'keyExpired' | 'keyNotYetValid' | 'keyReplaced';

function refusal(entry: (typeof errors)[TimedRefusal], presentedKey: string, moment: number): ApiError {
  return new ApiError(entry, { given: hintOf(presentedKey), moment: new Date(moment).toISOString() });
}

/** @throws ApiError scope-missing */
export function requireScope({ scopes }: KeyRecord, scope: string): void {
  if (scopes === null || scopes.includes(scope)) return;
  throw new ApiError(errors.scopeMissing, { scope, scopes: scopes.join(', ') });
}
