import type { Side } from './sides/side.ts';
import { openWorkDirectory, type WorkDirectory } from './work-directory.ts';

/** What a benchmark is run with. */
export interface Running<Options> {
  readonly options: Options;
  readonly work: WorkDirectory;
  /** Tells the person at the terminal what goes on. */
  say(text: string): void;
  /** Hears of everything that has to be stopped, whatever happens. */
  opened(side: Pick<Side, 'stop'>): void;
}

/** The parts of a benchmark's command. */
export interface Command<Options, Result> {
  /** @throws TypeError that says what was expected and what was given. */
  readArguments(words: readonly string[]): Options;
  run(running: Running<Options>): Promise<Result>;
  /** Prints the result, and says by the exit status whether all holds. */
  report(result: Result): void;
}

/**
 * Runs a command of this process to its end: 1 when it fails, 2 when it was called wrongly. What was opened is stopped.
 */
export async function runCommand<Options extends { readonly keep: string | undefined }, Result>(
  command: Command<Options, Result>,
): Promise<never> {
  const options = readOptions(command);
  const stopping: Pick<Side, 'stop'>[] = [];
  const work = openWorkDirectory(options.keep);
  const say = (text: string) => console.error(`${new Date().toISOString().slice(11, 19)} ${text}`);
  const opened = (side: Pick<Side, 'stop'>) => void stopping.push(side);
  try {
    command.report(await Promise.race([command.run({ options, work, say, opened }), interrupted()]));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    for (const side of stopping.toReversed()) await side.stop();
    work.remove();
  }
  process.exit();
}

function readOptions<Options>({ readArguments }: Command<Options, unknown>): Options {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

function interrupted(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => reject(new Error(`ended by ${signal}`)));
  });
}
