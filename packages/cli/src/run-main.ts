import { stripVTControlCharacters } from 'node:util';
import { masked, productVersion } from '@vitrine/server';
import { runCommand } from 'citty';
import { type AnyCommand, helpFor, pathOf } from './help.ts';
import { note, print } from './output/print.ts';
import { UsageError } from './usage.ts';

/** Runs a command line. Leaves the exit status behind: 0 done, 1 failed, 2 wrong usage. */
export async function runMain(command: AnyCommand, words: readonly string[]): Promise<void> {
  try {
    await run(command, words);
  } catch (error) {
    note(`vitrine: ${messageOf(error)}`);
    if (isUsage(error)) note(`See "${pathOf(command, words)} --help".`);
    if (process.env['DEBUG']) console.error(error);
    process.exitCode = isUsage(error) ? 2 : 1;
  }
}

async function run(command: AnyCommand, words: readonly string[]): Promise<void> {
  if (asksFor(words, '--help', '-h')) return print(await helpFor(command, words));
  if (words.length === 1 && asksFor(words, '--version', '-v')) return print(productVersion());
  await runCommand(command, { rawArgs: [...words] });
}

/** What follows `--` are names of files. */
function asksFor(words: readonly string[], ...flags: readonly string[]): boolean {
  const end = words.indexOf('--');
  return words.slice(0, end === -1 ? words.length : end).some((word) => flags.includes(word));
}

/** citty has errors of its own for what it cannot parse. */
function isUsage(error: unknown): boolean {
  return error instanceof UsageError || (error instanceof Error && error.name === 'CLIError');
}

function messageOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  return masked(stripVTControlCharacters(said.split('\n')[0] ?? said));
}
