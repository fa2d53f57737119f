import type { Suspicion } from '../../kernel/suspicion.ts';
import type { JsonRecord } from '../fields/records.ts';

/** Looks for one mistake in the records of one kind, in bounded memory and next to no time. */
export interface Suspect {
  /** @param record as it was given, of those that are taken in. */
  see(record: JsonRecord): void;
  found(): readonly Suspicion[];
}
