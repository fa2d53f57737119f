import type { Transaction } from 'kysely';
import type { AccountsTables } from '../../accounts/tables.ts';
import { ApiError, errors } from '../../kernel/errors.ts';
import { newKey } from './key-format.ts';
import { lockKey, recordOf, secretColumns } from './key-rows.ts';
import type { CreatedKey } from './keys.ts';

export interface Rotation {
  readonly id: string;
  /** When what the key was until now ends, epoch milliseconds. What it was before that ends then at the latest. */
  readonly endsAt: number;
}

/** Gives a key a new secret. @throws ApiError resource-unknown, rotation-refused */
export async function rotateKey(
  transaction: Transaction<AccountsTables>,
  { id, endsAt }: Rotation,
): Promise<CreatedKey> {
  const retiredHash = await lockKey(transaction, id);
  const { mode, revokedAt } = await recordOf(transaction, id);
  if (revokedAt !== null) throw new ApiError(errors.rotationRefused, { id });
  await endRetired(transaction, id, endsAt);
  await transaction
    .insertInto('retired_secret')
    .values({ key_hash: retiredHash, key_id: id, ends_at: endsAt })
    .execute();
  const key = newKey(mode);
  await transaction.updateTable('api_key').set(secretColumns(key)).where('id', '=', id).execute();
  return { ...(await recordOf(transaction, id)), key };
}

async function endRetired(transaction: Transaction<AccountsTables>, id: string, endsAt: number): Promise<void> {
  await transaction
    .updateTable('retired_secret')
    .set({ ends_at: endsAt })
    .where('key_id', '=', id)
    .where('ends_at', '>', endsAt)
    .execute();
}
