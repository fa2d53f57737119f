import { stripVTControlCharacters } from 'node:util';
import { type ArgsDef, type CommandDef, renderUsage } from 'citty';

// Commands differ in their arguments, and a definition of one is not assignable to one of another.
// biome-ignore lint/suspicious/noExplicitAny: citty's own type of a list of subcommands
export type AnyCommand = CommandDef<any>;

/** The help of the command that the words name, as far as they name one. */
export async function helpFor(root: AnyCommand, words: readonly string[]): Promise<string> {
  const path = commandsNamed(root, words);
  const parents = path.slice(0, -1).map(nameOf);
  const parent: AnyCommand = { meta: { name: parents.join(' ') } };
  const help = await renderUsage(path.at(-1) ?? root, parents.length === 0 ? undefined : parent);
  return process.stdout.isTTY ? help : stripVTControlCharacters(help);
}

/** The word that names no command, where the words before it name one that has commands below it. */
export function unknownCommand(root: AnyCommand, words: readonly string[]): string | undefined {
  const path = commandsNamed(root, words);
  const hasMore = Object.keys(subCommandsOf(path.at(-1) ?? root)).length > 0;
  return hasMore ? words[path.length - 1] : undefined;
}

/** What the command that the words name takes. */
export function argumentsOf(root: AnyCommand, words: readonly string[]): ArgsDef {
  return (commandsNamed(root, words).at(-1)?.args ?? {}) as ArgsDef;
}

/** What to type for the command that the words name, e.g. `vitrine keys create`. */
export function pathOf(root: AnyCommand, words: readonly string[]): string {
  return commandsNamed(root, words).map(nameOf).join(' ');
}

/** The command and those above it, the root first. */
function commandsNamed(root: AnyCommand, [word, ...rest]: readonly string[]): readonly AnyCommand[] {
  const next = word === undefined ? undefined : subCommandOf(root, word);
  return next === undefined ? [root] : [root, ...commandsNamed(next, rest)];
}

/** The command below a command that has a name; what every object has is none. */
export function subCommandOf(command: AnyCommand, name: string): AnyCommand | undefined {
  const below = subCommandsOf(command);
  return Object.hasOwn(below, name) ? below[name] : undefined;
}

/** The commands below a command, by name. */
export function subCommandsOf({ subCommands = {} }: AnyCommand): Readonly<Record<string, AnyCommand | undefined>> {
  return subCommands as Readonly<Record<string, AnyCommand | undefined>>;
}

function nameOf({ meta }: AnyCommand): string {
  return (meta as { readonly name: string }).name;
}
