import type { ArgsDef } from 'citty';
import { type AnyCommand, subCommandOf, subCommandsOf } from './help.ts';

/**
 * The words of a command line with options that stand before a subcommand put behind it, where the parser expects them:
 * `vitrine --data DIR keys list` → `vitrine keys list --data DIR`.
 */
export function commandFirst(command: AnyCommand, words: readonly string[]): readonly string[] {
  const at = commandAt(command, words);
  const name = words[at];
  const next = name === undefined ? undefined : subCommandOf(command, name);
  if (name === undefined || next === undefined) return words;
  return [name, ...commandFirst(next, [...words.slice(0, at), ...words.slice(at + 1)])];
}

/** Where the first word stands that is neither an option nor the value of one. */
function commandAt(command: AnyCommand, words: readonly string[]): number {
  if (Object.keys(subCommandsOf(command)).length === 0) return -1;
  const valued = optionsWithValue(command);
  return words.findIndex((word, i) => !word.startsWith('-') && !valued.has(words[i - 1] ?? ''));
}

/** `--data` and the like, of the command and all below it. */
function optionsWithValue(command: AnyCommand): ReadonlySet<string> {
  const own = Object.entries((command.args ?? {}) as ArgsDef).flatMap(([name, { type }]) =>
    type === 'string' ? [`--${name}`] : [],
  );
  const below = Object.values(subCommandsOf(command)).flatMap((next) =>
    next === undefined ? [] : [...optionsWithValue(next)],
  );
  return new Set([...own, ...below]);
}
