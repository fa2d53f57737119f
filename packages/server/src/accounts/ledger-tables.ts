import type { Fixed } from './column-types.ts';

/** Charges of a key on a UTC day together, of entries up to the checkpoint. */
export interface CreditDayTable {
  readonly key_id: Fixed<string>;
  /** Days since 1970-01-01. */
  readonly day: Fixed<number>;
  /** Negative, as the entries are. */
  readonly credits: number;
  /** How much of it stands here alone: its entries are gone. */
  readonly dropped: number;
}

/** How far the ledger is summed: one row, with id 1. */
export interface CreditCheckpointTable {
  readonly id: Fixed<1>;
  /** Charges with this id or a smaller one are in `credit_day`. */
  readonly through: number;
  /** The largest id there was at `seen_at`: no transaction that takes a smaller one is under way an hour later. */
  readonly seen: number;
  readonly seen_at: number;
  /** Of entries with this id or a smaller one, what can be dropped is dropped. */
  readonly dropped_through: number;
}
