import type { ArgsDef, CittyPlugin, CommandContext } from 'citty';
import { isDay } from './moments.ts';
import { UsageError } from './usage.ts';

/** Where a command works. */
export const targetArguments = {
  data: { type: 'string', valueHint: 'DIR', description: 'data directory (VITRINE_DATA_DIR, else ./data)' },
  server: { type: 'string', valueHint: 'URL', description: 'use this server instead of a data directory' },
  token: { type: 'string', valueHint: 'T', description: 'admin token of the server (VITRINE_ADMIN_TOKEN)' },
} as const satisfies ArgsDef;

export const jsonArgument = {
  json: { type: 'boolean', description: 'print one JSON document' },
} as const satisfies ArgsDef;

/** Which part of a list that begins with the newest. */
export const pageArguments = {
  limit: { type: 'string', valueHint: 'N', description: 'maximum number of entries, up to 1,000; default 100' },
  before: { type: 'string', valueHint: 'ID', description: 'only entries with a smaller ID' },
} as const satisfies ArgsDef;

/** @throws UsageError */
export function pageGiven({
  limit,
  before,
}: {
  readonly limit?: string | undefined;
  readonly before?: string | undefined;
}) {
  return { limit: wholeNumber('--limit', limit, 1), before: wholeNumber('--before', before, 1) };
}

/** Refuses what a command does not know, rather than doing something else than was asked for. */
export function strict(positionalsMax = 0): CittyPlugin {
  return {
    name: 'strict',
    setup(context) {
      refuseUnknownOptions(context);
      refuseEmptyOptions(context);
      const extra = context.args._[positionalsMax];
      if (extra !== undefined) throw new UsageError(`unexpected argument: ${extra}`);
    },
  };
}

function refuseUnknownOptions({ args, cmd }: CommandContext): void {
  const known = new Set(Object.keys(definitionsOf(cmd)).flatMap((name) => [name, camelCase(name)]));
  for (const name of Object.keys(args)) {
    if (name !== '_' && !known.has(name)) throw new UsageError(`unknown option: ${dashed(name)}`);
  }
}

/** The parser takes a string option without a value for an empty string. */
function refuseEmptyOptions({ args, cmd }: CommandContext): void {
  for (const [name, { type }] of Object.entries(definitionsOf(cmd))) {
    if (type === 'string' && args[name] === '') throw new UsageError(`--${name} needs a value`);
  }
}

function definitionsOf({ args = {} }: CommandContext['cmd']): ArgsDef {
  return args as ArgsDef;
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function dashed(name: string): string {
  return name.length === 1 ? `-${name}` : `--${name}`;
}

/** A whole number given as text; undefined when it was not given. @throws UsageError */
export function wholeNumber(name: string, text: string | undefined, min: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min) return value;
  throw new UsageError(`${name}: expected a whole number of ${min} or more, got ${JSON.stringify(text)}`);
}

/** A day given as text; undefined when it was not given. @throws UsageError */
export function dayGiven(name: string, text: string | undefined): string | undefined {
  if (text === undefined || isDay(text)) return text;
  throw new UsageError(`${name}: expected a day as YYYY-MM-DD, got ${JSON.stringify(text)}`);
}

/** One of a few words; undefined when none was given. @throws UsageError */
export function oneOfGiven<Word extends string>(
  name: string,
  text: string | undefined,
  words: readonly Word[],
): Word | undefined {
  const word = words.find((each) => each === text);
  if (text === undefined || word !== undefined) return word;
  throw new UsageError(`${name}: expected one of ${words.join(', ')}, got ${JSON.stringify(text)}`);
}
