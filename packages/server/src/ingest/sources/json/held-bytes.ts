/** Bytes that wait for those that come behind them. */
export class HeldBytes {
  #parts: Buffer[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get parts(): readonly Buffer[] {
    return this.#parts;
  }

  add(part: Buffer): void {
    this.#length += part.length;
    this.#parts.push(part);
  }

  /** All of them in one, with a last part behind them. */
  joined(...last: readonly Buffer[]): Buffer {
    const all = [...this.#parts, ...last];
    const [first] = all;
    return all.length === 1 && first !== undefined ? first : Buffer.concat(all);
  }

  clear(): void {
    this.#parts = [];
    this.#length = 0;
  }
}
