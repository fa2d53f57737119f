import { vitrine } from './commands/index.ts';
import { letReaderLeave } from './output/print.ts';
import { runMain } from './run-main.ts';

/** What `vitrine` runs. */
export function main(words: readonly string[]): Promise<void> {
  letReaderLeave();
  return runMain(vitrine, words);
}
