import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface HotPathOptions {
  /** How often every side is measured, in turn. */
  readonly rounds: number;
  /** Of measuring, for each round and side. */
  readonly seconds: number;
  /** Directory for a processor profile of every side; undefined: none is made. */
  readonly profileDirectory: string | undefined;
}

/** @throws TypeError that says what was expected and what was given. */
export function readArguments(words: readonly string[]): HotPathOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '4' },
      profile: { type: 'string' },
    },
  });
  return {
    rounds: whole('--rounds', values.rounds, 100),
    seconds: whole('--seconds', values.seconds, 600),
    profileDirectory: values.profile,
  };
}

function whole(option: string, given: string, max: number): number {
  const value = Number(given);
  if (Number.isInteger(value) && value >= 1 && value <= max) return value;
  throw new TypeError(`${option}: expected a whole number from 1 to ${max}, got "${given}"`);
}
