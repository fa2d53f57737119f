import { parseArgs } from 'node:util';
import { positive, quickScale } from '../reading/arguments.ts';

/** What the command line asks for. */
export interface SoakOptions {
  /** How long the load is held. */
  readonly minutes: number;
  /** Rows against those of the full size of the benchmark of reading. */
  readonly scale: number;
  /** Directory that is kept with all that was made; undefined: a temporary one. */
  readonly keep: string | undefined;
}

/** @throws TypeError that says what was expected and what was given. */
export function readArguments(words: readonly string[]): SoakOptions {
  const options = { minutes: { type: 'string' }, scale: { type: 'string' }, keep: { type: 'string' } } as const;
  const { values } = parseArgs({ args: [...words], options });
  return {
    minutes: Math.ceil(positive('--minutes', values.minutes ?? '10', 24 * 60)),
    scale: values.scale === undefined ? quickScale : positive('--scale', values.scale, 1),
    keep: values.keep,
  };
}
