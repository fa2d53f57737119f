import type { LoadResult } from './load-options.ts';

/** Counts answers as they come. */
export class Tally {
  readonly latenciesMs: number[] = [];
  readonly #failures = new Map<number, number>();
  #answers = 0;
  #beganMs = 0;
  #endedMs = 0;
  #cpuBegan = process.cpuUsage();

  start(): void {
    this.#beganMs = performance.now();
    this.#cpuBegan = process.cpuUsage();
  }

  /** @param latencyMs undefined: it does not count. */
  answer(status: number, latencyMs: number | undefined): void {
    this.#endedMs = performance.now();
    if (status !== 200) this.#failures.set(status, (this.#failures.get(status) ?? 0) + 1);
    else this.#answers++;
    if (latencyMs !== undefined) this.latenciesMs.push(latencyMs);
  }

  refuseFailures(url: string, broken: number): void {
    if (this.#failures.size === 0 && broken === 0) return;
    const counts = [...this.#failures].map(([status, count]) => `${count} of status ${status}`);
    throw new Error(`${url}: every answer has to be a 200; got ${[...counts, `${broken} broken`].join(', ')}`);
  }

  result(): Omit<LoadResult, 'mixed'> {
    const seconds = (this.#endedMs - this.#beganMs) / 1000;
    const { user, system } = process.cpuUsage(this.#cpuBegan);
    const sorted = Float64Array.from(this.latenciesMs).sort();
    const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
    const whole = process.cpuUsage();
    return {
      answers: this.#answers,
      seconds,
      p50Ms: at(0.5),
      p99Ms: at(0.99),
      generatorShare: (user + system) / 1e6 / seconds,
      processorSeconds: (whole.user + whole.system) / 1e6,
    };
  }
}
