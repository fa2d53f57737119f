/** One line on a terminal that is written over as work goes on. */
export interface ProgressLine {
  show(text: string): void;
  clear(): void;
}

const pauseMs = 100;
const columnsOtherwise = 80;

/** Writes to standard error where that is a terminal, and nowhere otherwise. */
export function progressLine(terminal: NodeJS.WriteStream = process.stderr): ProgressLine {
  if (!terminal.isTTY) return { show: () => {}, clear: () => {} };
  let shownAt = Number.NEGATIVE_INFINITY;
  const rewrite = (text: string) => terminal.write(`\r\u001b[K${text}`);
  return {
    show(text) {
      const now = performance.now();
      if (now - shownAt < pauseMs) return;
      shownAt = now;
      // Some terminals say that they have no columns.
      rewrite(text.slice(0, (terminal.columns || columnsOtherwise) - 1));
    },
    clear: () => void rewrite(''),
  };
}
