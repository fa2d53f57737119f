import type { Kind } from '../kinds/kind.ts';
import type { RecordIntake } from '../validating/record-intake.ts';

/** Records to be taken in, whatever they are written as. */
export interface Input {
  /** The kind of every record, where the file holds one kind. */
  readonly kind: Kind | undefined;
  /** Name of the source whose files are written so, once it is recognised; undefined: they are our own records. */
  readonly from?: string | undefined;
  /**
   * Hands the records to the intake, a bounded number in each step.
   *
   * @param onBytes is called with the number of bytes read, as they are stored.
   */
  read(intake: RecordIntake, onBytes: (bytes: number) => void): AsyncIterable<void>;
}
