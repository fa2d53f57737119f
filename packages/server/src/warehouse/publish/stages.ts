import type { Clock } from '../../kernel/clock.ts';

/** The stages of one publish: each is told of as it begins, and timed. */
export class Stages {
  readonly #clock: Clock;
  readonly #count: number;
  readonly #onStep: ((name: string, index: number, count: number) => void) | undefined;
  readonly #seconds: Record<string, number> = {};

  constructor(clock: Clock, count: number, onStep?: (name: string, index: number, count: number) => void) {
    this.#clock = clock;
    this.#count = count;
    this.#onStep = onStep;
  }

  /** Seconds by stage, of those that are over. */
  get seconds(): Readonly<Record<string, number>> {
    return { ...this.#seconds };
  }

  async run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const begun = this.#clock.now();
    this.#onStep?.(name, Object.keys(this.#seconds).length, this.#count);
    const result = await work();
    this.#seconds[name] = (this.#clock.now() - begun) / 1000;
    return result;
  }
}
