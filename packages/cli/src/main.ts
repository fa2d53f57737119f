import { vitrine } from './commands/index.ts';
import { runMain } from './run-main.ts';

/** What `vitrine` runs. */
export function main(words: readonly string[]): Promise<void> {
  return runMain(vitrine, words);
}
