import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';
import { masked } from './secrets.ts';

export type Logger = PinoLogger;

export interface LoggerOptions {
  /** `trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`; default `info`. */
  readonly level?: string;
  /** Where lines go; default standard error, so that standard output stays free for results. */
  readonly destination?: DestinationStream;
}

/**
 * Where a key or token could stand in what is logged: the log must be fit to hand to a stranger. The places are named one
 * by one, since a path that begins with `*` makes every field of every line go through the search.
 */
const carriers = ['err', 'error', 'request', 'req', 'response', 'res', 'reply', 'options', 'config'];
const secretPaths = [
  'authorization',
  'headers.authorization',
  ...carriers.map((name) => `${name}.headers.authorization`),
];

/** Just below what the stream writes at once. */
const bytesTogether = 16_000;
const flushMs = 200;

/**
 * Lines are written together, as soon as there are 16 kB of them and five times a second, so that no request waits for
 * the log. What is left is written when the process ends, unless it is killed. They are collected as buffers: of texts, the
 * stream would measure all it has again at each line.
 */
function standardError(): DestinationStream {
  const options = { dest: 2, sync: false, minLength: bytesTogether, periodicFlush: flushMs } as const;
  // Its type knows of texts only.
  const stream = pino.destination({ ...options, contentMode: 'buffer' }) as unknown as { write(line: Buffer): unknown };
  return { write: (line) => stream.write(Buffer.from(line)) };
}

/** A logger of JSON lines. Keys and admin tokens of ours are hidden wherever they stand. */
export function createLogger({ level = 'info', destination = standardError() }: LoggerOptions = {}): Logger {
  const withoutSecrets: DestinationStream = { write: (line) => destination.write(masked(line)) };
  return pino({ level, redact: { paths: secretPaths, censor: '[hidden]' } }, withoutSecrets);
}
