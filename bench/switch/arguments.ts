import { parseArgs } from 'node:util';
import { positive, quickScale } from '../reading/arguments.ts';

/** What the command line asks for. */
export interface SwitchOptions {
  /** Rows against those of the full size of the benchmark of reading. */
  readonly scale: number;
  /** Directory that is kept with all that was made; undefined: a temporary one. */
  readonly keep: string | undefined;
}

/** @throws TypeError that says what was expected and what was given. */
export function readArguments(words: readonly string[]): SwitchOptions {
  const options = {
    quick: { type: 'boolean', default: false },
    scale: { type: 'string' },
    keep: { type: 'string' },
  } as const;
  const { values } = parseArgs({ args: [...words], options });
  const { scale, quick, keep } = values;
  return { scale: scale === undefined ? (quick ? quickScale : 1) : positive('--scale', scale, 1), keep };
}
