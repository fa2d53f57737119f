import type { Generated } from 'kysely';
import type { Fixed } from './column-types.ts';

/** A change that an operator began: append-only. */
export interface AuditChangeTable {
  readonly id: Generated<number>;
  readonly at: Fixed<number>;
  /** What they showed: `admin-token`, the id of an admin key, or `local` for a command on the data directory. */
  readonly actor: Fixed<string>;
  /** Where they were: the address of the connection, or the name of the system's user. */
  readonly origin: Fixed<string>;
  /** What they asked for, such as `keys.create`. */
  readonly action: Fixed<string>;
  /** JSON: with which parameters. */
  readonly request: Fixed<string>;
}

/** How such a change ended: append-only, at most one a change. */
export interface AuditOutcomeTable {
  readonly change_id: Fixed<number>;
  readonly at: Fixed<number>;
  readonly outcome: Fixed<'done' | 'failed'>;
  /** JSON: what it made, or why it failed. */
  readonly detail: Fixed<string>;
}
