import { randomBytes } from 'node:crypto';
import type { AccountsDatabase } from '../../accounts/database.ts';

/** What addresses of images are signed with: made once, and the same for every server over these accounts. */
export async function openMediaKey(accounts: AccountsDatabase): Promise<Buffer> {
  const made = { id: 1 as const, key: randomBytes(32).toString('hex') };
  await accounts
    .insertInto('media_key')
    .values(made)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { key } = await accounts.selectFrom('media_key').select('key').executeTakeFirstOrThrow();
  return Buffer.from(key, 'hex');
}
