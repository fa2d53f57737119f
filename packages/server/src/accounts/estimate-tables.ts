import type { Generated } from 'kysely';
import type { Absent, Fixed } from './column-types.ts';

/** Constants of the estimator that were fitted to the data and applied: append-only, the latest that is not undone holds. */
export interface EstimateFitTable {
  readonly id: Generated<number>;
  /** The version they were fitted on. */
  readonly version: Fixed<number>;
  /** JSON: `FittedConstants` of the estimates. */
  readonly constants: Fixed<string>;
  readonly applied_at: Fixed<number>;
  readonly undone_at: Absent<number>;
}
