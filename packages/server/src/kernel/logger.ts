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
 * Where a key or token could stand in what is logged: the log must be fit to hand to a stranger. The places are named
 * one by one, since a path that begins with `*` makes every field of every line go through the search.
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

interface BufferStream {
  write(line: Buffer): unknown;
  flushSync(): void;
}

let standardErrorStream: BufferStream | undefined;

/**
 * Lines are written once 16 kB are buffered, five times a second, and when the process ends, unless it is killed.
 * Writes are synchronous, so that a process that fails loses nothing. The buffer holds bytes: the stream would measure
 * texts anew at each line.
 */
function standardError(): DestinationStream {
  standardErrorStream ??= openStandardError();
  const stream = standardErrorStream;
  return { write: (line) => stream.write(Buffer.from(line)) };
}

function openStandardError(): BufferStream {
  const options = { dest: 2, sync: true, minLength: bytesTogether, periodicFlush: flushMs } as const;
  // Its type knows of texts only.
  const stream = pino.destination({ ...options, contentMode: 'buffer' }) as unknown as BufferStream;
  process.once('exit', () => flushLast(stream));
  return stream;
}

/** Whoever read the log may be gone by then. */
function flushLast(stream: BufferStream): void {
  try {
    stream.flushSync();
  } catch {
    // There is nobody left to tell.
  }
}

/** A logger of JSON lines. Keys and admin tokens of ours are hidden wherever they stand. */
export function createLogger({ level = 'info', destination = standardError() }: LoggerOptions = {}): Logger {
  const withoutSecrets: DestinationStream = { write: (line) => destination.write(masked(line)) };
  return pino({ level, redact: { paths: secretPaths, censor: '[hidden]' } }, withoutSecrets);
}
