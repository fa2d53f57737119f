/** Who reads the result may want no more of it, as `head` does: that is no failure. */
export function letReaderLeave(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Prints a line of the result. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints a result: as one JSON document, or in words. */
export function printResult(asJson: boolean | undefined, result: unknown, inWords: () => string): void {
  print(asJson ? JSON.stringify(result, null, 2) : inWords());
}

/** Says something that is not the result, on standard error. */
export function note(line: string): void {
  process.stderr.write(`${line}\n`);
}
