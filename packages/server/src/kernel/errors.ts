import { accessErrors } from './errors/access-errors.ts';
import { administrationErrors } from './errors/administration-errors.ts';
import { availabilityErrors } from './errors/availability-errors.ts';
import { publishErrors } from './errors/publish-errors.ts';
import { requestErrors } from './errors/request-errors.ts';
import { masked } from './secrets.ts';

/**
 * Errors for callers. `code` is the HTTP status and the number in the envelope; `id` names the error in the docs, which
 * list entries of one status in this order; {@link ApiError} fills in `{word}` of a message. Messages begin as the
 * documented contract has them, because clients match on that.
 */
export const errors = {
  ...requestErrors,
  ...accessErrors,
  ...publishErrors,
  ...availabilityErrors,
  ...administrationErrors,
} as const;

/** One entry of the table. */
export type ErrorEntry = (typeof errors)[keyof typeof errors];

/** The words in braces of a message: `'No such {kind}: {id}'` has `'kind' | 'id'`. */
type Placeholders<Message extends string> = Message extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** What fills the words in braces of an entry's message. */
export type ErrorValues<Entry extends ErrorEntry> = Readonly<Record<Placeholders<Entry['message']>, string | number>>;

export interface ApiErrorOptions {
  /** Response headers that belong to the error, e.g. `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The parameter without which it cannot be done. */
  readonly asks?: string | undefined;
  /** What led to it: for the log, never for the caller. */
  readonly cause?: unknown;
}

/** An error that the caller may read. Anything else that is thrown is for the log, and the caller gets a 500. */
export class ApiError<Entry extends ErrorEntry = ErrorEntry> extends Error {
  override readonly name = 'ApiError';
  /** HTTP status, and `code` of the envelope. */
  readonly status: Entry['code'];
  /** Kebab-case name, stable across releases. */
  readonly id: Entry['id'];
  readonly whatToDo: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly asks: string | undefined;

  /** @param values one value for each word in braces of the entry's message. */
  constructor(entry: Entry, values: ErrorValues<Entry>, options: ApiErrorOptions = {}) {
    super(masked(filled(entry.message, values)), 'cause' in options ? { cause: options.cause } : {});
    this.status = entry.code;
    this.id = entry.id;
    this.whatToDo = entry.whatToDo;
    this.headers = options.headers ?? {};
    this.asks = options.asks;
  }
}

function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (placeholder, word: string) => String(values[word] ?? placeholder));
}
