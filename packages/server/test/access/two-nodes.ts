import { type OpenCredits, openCredits } from '../../src/access/credits/database-credits.ts';
import { DatabaseKeys } from '../../src/access/keys/database-keys.ts';
import { type AccountsDatabase, openAccounts } from '../../src/accounts/database.ts';
import type { Clock } from '../../src/kernel/clock.ts';
import type { AccountsEngine } from '../accounts/databases.ts';

/** Keys and credits as two nodes over one new database see them. */
export interface TwoNodes {
  readonly accounts: AccountsDatabase;
  readonly otherNode: AccountsDatabase;
  readonly keys: DatabaseKeys;
  readonly credits: OpenCredits;
  readonly otherCredits: OpenCredits;
  remove(): Promise<void>;
}

export async function twoNodes({ newLocation }: AccountsEngine, clock: Clock): Promise<TwoNodes> {
  const place = await newLocation();
  const accounts = await openAccounts(place.location);
  const otherNode = await openAccounts(place.location);
  const credits = await openCredits(accounts, place.location, clock);
  const otherCredits = await openCredits(otherNode, place.location, clock);
  const remove = async () => {
    await credits.close();
    await otherCredits.close();
    await accounts.destroy();
    await otherNode.destroy();
    await place.remove();
  };
  return { accounts, otherNode, keys: new DatabaseKeys(accounts, clock), credits, otherCredits, remove };
}

/** Takes one credit. @returns whether there was one. */
export async function chargeOne(credits: OpenCredits, keyId: string): Promise<boolean> {
  return (await credits.charge(keyId, 1)).times === 1;
}

/** @returns how many of the calls were paid. */
export async function chargeAtOnce(credits: OpenCredits, keyId: string, times: number): Promise<number> {
  const answers = await Promise.all(Array.from({ length: times }, () => chargeOne(credits, keyId)));
  return answers.filter(Boolean).length;
}
