import type { Ranking } from './ranking.ts';

interface Kept {
  readonly ranking: Promise<Ranking>;
  /** Bytes; 0 while it is being made. */
  size: number;
}

/** Rankings in memory, those that were asked for last. One that is being made is made once for all who ask. */
export class KeptRankings {
  readonly #bytesMax: number;
  /** The one that was asked for longest ago first. */
  readonly #kept = new Map<string, Kept>();
  #bytes = 0;

  /** @param bytesMax memory of all together; one that is larger is given to who asks, and not kept. */
  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** The ranking of a name, made unless it is there. One that cannot be made is tried anew by who asks next. */
  get(name: string, make: () => Promise<Ranking>): Promise<Ranking> {
    const kept = this.#kept.get(name) ?? this.#made(name, make());
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept.ranking;
  }

  #made(name: string, ranking: Promise<Ranking>): Kept {
    const kept = { ranking, size: 0 };
    ranking.then(
      ({ size }) => {
        kept.size = size;
        this.#bytes += size;
        this.#letGo();
      },
      () => this.#kept.delete(name),
    );
    return kept;
  }

  #letGo(): void {
    for (const [name, { size }] of this.#kept) {
      if (this.#bytes <= this.#bytesMax) return;
      if (size === 0) continue;
      this.#kept.delete(name);
      this.#bytes -= size;
    }
  }
}
