import type { Clock } from '../../kernel/clock.ts';

/** The stages of one publish, some side by side: each is told of as it begins, and timed. */
export class Stages {
  readonly #clock: Clock;
  readonly #count: number;
  readonly #onStep: ((name: string, index: number, count: number) => void) | undefined;
  readonly #seconds = new Map<string, number | undefined>();

  constructor(clock: Clock, count: number, onStep?: (name: string, index: number, count: number) => void) {
    this.#clock = clock;
    this.#count = count;
    this.#onStep = onStep;
  }

  /** Seconds by stage, of those that are over, in the order in which they began. */
  get seconds(): Readonly<Record<string, number>> {
    return Object.fromEntries(
      [...this.#seconds].flatMap(([name, taken]) => (taken === undefined ? [] : [[name, taken]])),
    );
  }

  async run<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const begun = this.#clock.now();
    this.#onStep?.(name, this.#seconds.size, this.#count);
    this.#seconds.set(name, undefined);
    const result = await work();
    this.#seconds.set(name, (this.#clock.now() - begun) / 1000);
    return result;
  }
}
