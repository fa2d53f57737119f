import type { Memory } from '../measuring/processes.ts';
import type { Stoppable } from './served.ts';

export const sideNames = ['vitrine', 'postgres', 'floor'] as const;

export type SideName = (typeof sideNames)[number];

/** Something that answers the recorded requests, and what it uses of the machine. */
export interface Side extends Stoppable {
  readonly name: SideName;
  /** What it is and how it answers, for the reader of the results. */
  readonly about: string;
  /** Processor time used so far; undefined when it is used where we cannot see it. */
  processorSeconds(): number | undefined;
  memory(): Promise<Memory | undefined>;
  /** What its rows take on the disk; undefined when it has none. */
  diskBytes(): Promise<number | undefined>;
}
