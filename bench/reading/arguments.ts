import { parseArgs } from 'node:util';
import { mixes } from './requests/mixes.ts';
import { type SideName, sideNames } from './sides/side.ts';

/** What the command line asks for. */
export interface BenchOptions {
  /** Rows against those of the full size. */
  readonly scale: number;
  /** Of measuring, for each mix and side. */
  readonly seconds: number;
  /** Directory that is kept with all that was made; undefined: a temporary one. */
  readonly keep: string | undefined;
  readonly sides: readonly SideName[];
  /** Name of the only mix that is wanted. */
  readonly mix: string | undefined;
  /** Directory for a processor profile of the product; undefined: none is made, for it costs a little. */
  readonly profile: string | undefined;
}

/** Of what is measured in a hurry. */
export const quickScale = 0.05;

/** @throws TypeError that says what was expected and what was given. */
export function readArguments(words: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      scale: { type: 'string' },
      seconds: { type: 'string', default: '10' },
      keep: { type: 'string' },
      only: { type: 'string' },
      mix: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  return {
    scale: values.scale === undefined ? (values.quick ? quickScale : 1) : positive('--scale', values.scale, 1),
    seconds: positive('--seconds', values.seconds, 3600),
    keep: values.keep,
    sides: values.only === undefined ? sideNames : [oneOf('--only', values.only, sideNames)],
    mix: values.mix === undefined ? undefined : oneOf('--mix', values.mix, [...mixes.map(({ name }) => name), 'page']),
    profile: values.profile,
  };
}

export function positive(option: string, given: string, max: number): number {
  const value = Number(given);
  if (value > 0 && value <= max) return value;
  throw new TypeError(`${option}: expected a number above 0 and up to ${max}, got "${given}"`);
}

function oneOf<Choice extends string>(option: string, given: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((each) => each === given);
  if (choice !== undefined) return choice;
  throw new TypeError(`${option}: expected one of ${choices.join(', ')}, got "${given}"`);
}
