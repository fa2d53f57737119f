import { vi } from 'vitest';
import { main } from '../src/main.ts';
import type { Ended, RunOptions } from './vitrine.ts';

type HereOptions = Pick<RunOptions, 'environment'>;

/**
 * Runs `vitrine` in the process of the test: what a command says and does, without a process for each. Standard input
 * is not for it. Of the environment it has what it is given, as where `vitrine` runs in a process of its own.
 */
export async function vitrineHere(words: readonly string[], { environment }: HereOptions = {}): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((piece) => {
      written[name] += Buffer.from(piece).toString();
      return true;
    }),
  );
  const { env } = process;
  process.env = { PATH: env['PATH'], ...environment };
  try {
    process.exitCode = undefined;
    await main(words);
    return { status: Number(process.exitCode ?? 0), ...written };
  } finally {
    process.exitCode = undefined;
    process.env = env;
    for (const spy of spies) spy.mockRestore();
  }
}

/** As {@link vitrineHere} with `--json`: the document, once the command succeeded. */
export async function vitrineJsonHere<Result>(words: readonly string[], options?: HereOptions): Promise<Result> {
  const { status, stdout, stderr } = await vitrineHere([...words, '--json'], options);
  if (status !== 0) throw new Error(`vitrine ${words.join(' ')} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
