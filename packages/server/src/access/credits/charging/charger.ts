/** How often each key, by its id, is to be charged, or was. */
export type ChargesByKey = ReadonlyMap<string, number>;

/** What became of a group. */
export interface Taken {
  /** Keys without an entry could not pay once. */
  readonly charges: ChargesByKey;
  /** Credits that keys have now; of an unlimited one it says nothing. */
  readonly left: ReadonlyMap<string, number>;
  /** Keys of which nothing was taken because something of theirs is to be settled first. */
  readonly due: readonly string[];
}

/**
 * Takes the credits of many calls of one price in one transaction. One implementation a database, alike in all that can
 * be seen.
 */
export interface Charger {
  /**
   * Charges each key as often as is wanted or, if it has less, as often as it can pay whole; an unlimited one always.
   * Enters it in the ledger, one line a key. Keys that do not exist have nothing.
   *
   * @param credits what each charge takes: a whole number above 0
   * @param now epoch milliseconds
   * @returns what was taken, committed; a promise only where it has to be waited for.
   * @throws what the database reports; nothing was taken then, as far as the database can tell.
   */
  take(wanted: ChargesByKey, credits: number, now: number): Taken | Promise<Taken>;
  close(): Promise<void>;
}
