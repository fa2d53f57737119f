/** The moments a record may speak of, in milliseconds since the epoch, UTC. Set once for a run of ingest. */
export interface Limits {
  /** What the clock of this machine says. */
  readonly nowMs: number;
  /** Nothing is older. */
  readonly earliestMs: number;
  /** What was observed or made is not later than this. */
  readonly latestMs: number;
  /** What is planned, such as the start of a live, is not later than this. */
  readonly plannedMs: number;
}

/** Good, but not in a form the engine reads rightly: the record is written anew with {@link FieldCheck.normal}. */
export const rewrite = Symbol('rewrite');

/** Good, but read as another value, which the record is written anew with. */
export class Instead {
  readonly value: unknown;

  constructor(value: unknown) {
    this.value = value;
  }
}

/** Nothing: the value is good as it stands. A text: why it is refused. */
export type Verdict = undefined | typeof rewrite | Instead | string;

/** Is told what a check met and did not refuse. */
export interface FieldReport {
  /** Names inside a value that nothing reads, with their place: `[].nam`. */
  unknown(place: string): void;
  /** A part of a value that cannot be read and is left out, with its place. */
  leftOut(place: string, reason: string, value: unknown): void;
  /** A value that is read as another one. */
  mended(from: string, to: string): void;
  /** A value that may have meant another number. */
  ambiguous(value: string): void;
}

/** A type of field: what it accepts. */
export interface FieldCheck {
  /**
   * Judges a value that is neither null nor absent.
   *
   * @param lineBytes size of the line it stands in: a value in a short line cannot be too long.
   */
  check(value: unknown, limits: Limits, lineBytes: number, report?: FieldReport): Verdict;
  /** The value in the form the engine reads without doubt; undefined when it says nothing. Default: unchanged. */
  normal?(value: unknown): unknown;
  /** Its values are ids: a source with types must hand them over as text. */
  readonly isId?: true;
  /** It holds named values: the engine silently misses those whose names are written with `\\u00…` escapes. */
  readonly holdsNames?: true;
  /** Names that are read inside its values. */
  readonly innerNames?: readonly string[];
  /** Names that may stand in the record itself, where it is about one entry. */
  readonly flatNames?: readonly string[];
  /** It is kept as JSON text, exactly as it was given. */
  readonly isJson?: true;
  /** It holds money: without a readable currency nobody knows how much. */
  readonly isMoney?: true;
}

/** "expected …, got …", the value cut short. */
export function mismatch(expected: string, value: unknown): string {
  return `expected ${expected}, got ${shown(value)}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
