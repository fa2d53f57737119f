import type { Clock } from '../../kernel/clock.ts';

/** Names of what is not to be had for a while; the oldest are dropped first. */
export class NegativeCache {
  readonly #clock: Clock;
  readonly #countMax: number;
  readonly #until = new Map<string, number>();

  constructor(clock: Clock, countMax = 100_000) {
    this.#clock = clock;
    this.#countMax = countMax;
  }

  add(name: string, forMs: number): void {
    this.#until.delete(name);
    this.#until.set(name, this.#clock.now() + forMs);
    const [oldest] = this.#until.keys();
    if (this.#until.size > this.#countMax && oldest !== undefined) this.#until.delete(oldest);
  }

  has(name: string): boolean {
    const until = this.#until.get(name);
    if (until === undefined) return false;
    if (until > this.#clock.now()) return true;
    this.#until.delete(name);
    return false;
  }
}
