import { type DestinationStream, type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

export interface LoggerOptions {
  /** `trace`, `debug`, `info`, `warn`, `error`, `fatal` or `silent`; default `info`. */
  readonly level?: string;
  /** Where lines go; default standard error, so that standard output stays free for results. */
  readonly destination?: DestinationStream;
}

/** Where a key or token could stand in what is logged. The log must be fit to hand to a stranger. */
const secretPaths = ['authorization', 'headers.authorization', 'req.headers.authorization', '*.headers.authorization'];

/** A logger of JSON lines. */
export function createLogger({ level = 'info', destination = pino.destination(2) }: LoggerOptions = {}): Logger {
  return pino({ level, redact: { paths: secretPaths, censor: '[hidden]' } }, destination);
}
