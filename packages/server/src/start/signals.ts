/** Something that can be stopped with care. */
export interface Stoppable {
  stop(): Promise<void>;
}

export interface StopOptions {
  /** How long requests under way may take, milliseconds; default 25 s, within the 30 s that container runtimes give. */
  readonly patienceMs?: number;
  /** Told of the first signal, and of the second, which ends the process at once. */
  readonly onSignal?: (count: 1 | 2) => void;
}

/**
 * Stops at SIGTERM or SIGINT and ends the process: with status 0 when all was finished and closed, with 1 when patience
 * ran out or a second signal came. Ending early loses nothing that was answered.
 */
export function stopOnSignals(
  running: Stoppable,
  { patienceMs = 25_000, onSignal = () => {} }: StopOptions = {},
): void {
  let stopping = false;
  const stop = () => {
    onSignal(stopping ? 2 : 1);
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), patienceMs).unref();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}
