import type { RowCounts } from './making/make.ts';
import type { ColdAnswers } from './measuring/cold.ts';
import type { Measurement } from './measuring/measure.ts';
import type { SideName } from './sides/side.ts';

/** What the sides did with one mix. */
export interface MixResult {
  readonly mix: string;
  readonly title: string;
  /** Whether PostgreSQL is asked too. */
  readonly hasPeer: boolean;
  readonly requests: number;
  readonly answerBytesMedian: number;
  readonly answerRowsMean: number;
  readonly sides: Readonly<Partial<Record<SideName, Measurement>>>;
  /** What the product took for its distinct questions right after its start, where the first answer costs more. */
  readonly cold?: ColdAnswers;
}

/** All that a run found out. */
export interface Results {
  readonly scale: number;
  readonly secondsPerMix: number;
  readonly connections: number;
  /** What sent the requests. */
  readonly generator: string;
  readonly machine: { readonly processors: number; readonly memoryBytes: number; readonly node: string };
  /** Rows by serving table. */
  readonly rows: RowCounts;
  /** What the sides say of themselves. */
  readonly about: Readonly<Partial<Record<SideName, string>>>;
  readonly mixes: readonly MixResult[];
  readonly diskBytes: Readonly<Partial<Record<SideName, number>>>;
}

/** A figure of a side; undefined where it was not measured. */
export function figure(result: MixResult | undefined, side: SideName, name: keyof Measurement): number | undefined {
  return result?.sides[side]?.[name];
}

/** a / b, where there are both. */
export function ratio(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined || b === 0 ? undefined : a / b;
}
