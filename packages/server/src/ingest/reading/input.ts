import type { Kind } from '../kinds/kind.ts';
import type { RecordIntake } from '../validating/record-intake.ts';
import type { BlockReader } from './block-reader.ts';

/** Records to be taken in, whatever they are written as. */
export interface Input {
  /** The kind of every record, where the file holds one kind. */
  readonly kind: Kind | undefined;
  /** Makes records of the blocks. */
  reader(intake: RecordIntake): BlockReader;
  /** @param onBytes is called with the number of bytes read, as they are stored. */
  blocks(onBytes: (bytes: number) => void): AsyncIterable<Buffer>;
}
