/** A place in a ranking. */
export interface Place {
  readonly id: string;
  /** By field, in units of its last digit. */
  readonly growth: ReadonlyMap<string, number>;
}

/** Bytes of a number, and of an id. */
const numberBytes = 8;

/** About what a name and the objects around a ranking take. */
const nameBytes = 1024;

/** A whole ranking, as the engine wrote it: an id and its numbers a place, 8 bytes each. */
export class Ranking {
  readonly #bytes: Buffer;
  readonly #fields: readonly string[];

  /** @param bytes UInt64 of the id and Int64 of each field, little-endian, a place after the other. */
  constructor(bytes: Buffer, fields: readonly string[]) {
    this.#bytes = bytes;
    this.#fields = fields;
  }

  /** Bytes of memory, with what it takes to find it. */
  get size(): number {
    return this.#bytes.length + nameBytes;
  }

  /** Number of places. */
  get count(): number {
    return this.#bytes.length / this.#placeBytes;
  }

  /** Places from an index on, as many of `count` as there are. */
  places(from: number, count: number): readonly Place[] {
    const last = Math.min(from + count, this.count);
    return Array.from({ length: Math.max(0, last - from) }, (_, i) => this.#placeAt(from + i));
  }

  get #placeBytes(): number {
    return numberBytes * (1 + this.#fields.length);
  }

  #placeAt(index: number): Place {
    const at = index * this.#placeBytes;
    const numberOf = (i: number) => Number(this.#bytes.readBigInt64LE(at + numberBytes * (1 + i)));
    return {
      id: String(this.#bytes.readBigUInt64LE(at)),
      growth: new Map(this.#fields.map((name, i) => [name, numberOf(i)])),
    };
  }
}
