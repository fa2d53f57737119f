import { createInterface } from 'node:readline/promises';

/** Asks on a terminal; anything but "y" or "yes" is no. */
export async function confirmed(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

/** Whether somebody is there to be asked. */
export function isAskable(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}
