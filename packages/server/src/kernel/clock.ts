/** Where the time comes from; tests pass their own. */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Milliseconds since some moment. It never goes back, whatever is done to the clock of the machine: for ages. */
export const monotonicClock: Clock = { now: () => performance.now() };
