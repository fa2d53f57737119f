/** How many credits of each key, by its id: wanted, or taken. */
export type CreditsByKey = ReadonlyMap<string, number>;

/** What became of a group. */
export interface Taken {
  /** Keys without an entry had nothing. */
  readonly credits: CreditsByKey;
  /** What keys of which something was taken have now; of an unlimited one it says nothing. */
  readonly left: CreditsByKey;
  /** Keys of which nothing was taken because something of theirs is to be settled first. */
  readonly due: readonly string[];
}

/** Takes the credits of many calls in one transaction. One implementation a database, alike in all that can be seen. */
export interface Charger {
  /**
   * Takes of each key as much of what is wanted as it has, of an unlimited one all, and enters it in the ledger, one
   * line a key. Keys that do not exist have nothing.
   *
   * @param now epoch milliseconds
   * @returns what was taken, committed; a promise only where it has to be waited for.
   * @throws what the database reports; nothing was taken then, as far as the database can tell.
   */
  take(wanted: CreditsByKey, now: number): Taken | Promise<Taken>;
  close(): Promise<void>;
}
