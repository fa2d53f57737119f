import { stripVTControlCharacters } from 'node:util';
import { masked, productVersion } from '@vitrine/server';
import { type ArgsDef, runCommand } from 'citty';
import { type AnyCommand, argumentsOf, helpFor, pathOf, unknownCommand } from './help.ts';
import { note, print } from './output/print.ts';
import { refusedParameter } from './refused-parameter.ts';
import { UsageError } from './usage.ts';
import { commandFirst } from './words.ts';

/** Runs a command line. Leaves the exit status behind: 0 done, 1 failed, 2 wrong usage. */
export async function runMain(command: AnyCommand, words: readonly string[]): Promise<void> {
  try {
    await run(command, commandFirst(command, words));
  } catch (error) {
    const usage = usageMessage(error, argumentsOf(command, commandFirst(command, withoutHelp(words))));
    note(`vitrine: ${usage ?? messageOf(error)}`);
    if (usage !== undefined) note(`See "${pathOf(command, commandFirst(command, withoutHelp(words)))} --help".`);
    if (process.env['DEBUG']) console.error(error);
    process.exitCode = usage === undefined ? 1 : 2;
  }
}

async function run(command: AnyCommand, words: readonly string[]): Promise<void> {
  if (asksFor(words, '--help', '-h')) return print(await helpFor(command, words));
  if (words[0] === 'help') return print(await helpOn(command, withoutHelp(words)));
  if (words.length === 1 && asksFor(words, '--version', '-v')) return print(productVersion());
  const unknown = unknownCommand(command, words);
  // What every object has, citty takes for a command.
  if (unknown !== undefined && unknown in {}) throw new UsageError(`Unknown command ${unknown}`);
  await runCommand(command, { rawArgs: [...words] });
}

function withoutHelp(words: readonly string[]): readonly string[] {
  return words[0] === 'help' ? words.slice(1) : words;
}

/** `vitrine help keys create` */
function helpOn(command: AnyCommand, words: readonly string[]): Promise<string> {
  const unknown = unknownCommand(command, words);
  if (unknown !== undefined) throw new UsageError(`Unknown command ${unknown}`);
  return helpFor(command, words);
}

/** What follows `--` are names of files. */
function asksFor(words: readonly string[], ...flags: readonly string[]): boolean {
  const end = words.indexOf('--');
  return words.slice(0, end === -1 ? words.length : end).some((word) => flags.includes(word));
}

/**
 * What is wrong with the command line, whoever found it: the parser, a command, or the server; undefined for what
 * failed otherwise.
 */
function usageMessage(error: unknown, args: ArgsDef): string | undefined {
  const isOurs = error instanceof UsageError || (error instanceof Error && error.name === 'CLIError');
  return isOurs ? messageOf(error) : refusedParameter(error, args);
}

function messageOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return masked(stripVTControlCharacters(said.split('\n')[0] ?? said));
}
