/** How many credits of each key, by its id: wanted, or taken. */
export type CreditsByKey = ReadonlyMap<string, number>;

/** Takes the credits of many calls in one transaction. One implementation a database, alike in all that can be seen. */
export interface Charger {
  /**
   * Takes of each key as much of what is wanted as it has, of an unlimited one all, and enters it in the ledger, one
   * line a key. Keys that do not exist have nothing.
   *
   * @param now epoch milliseconds
   * @returns what was taken, committed; a promise only where it has to be waited for. Keys without an entry had nothing.
   * @throws what the database reports; nothing was taken then, as far as the database can tell.
   */
  take(wanted: CreditsByKey, now: number): CreditsByKey | Promise<CreditsByKey>;
  close(): Promise<void>;
}
