/** Numbers added one by one. */
export class GrowingNumbers {
  #values: Float64Array<ArrayBuffer> = new Float64Array(1024);
  #count = 0;

  get length(): number {
    return this.#count;
  }

  push(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(this.#count * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count++] = value;
  }

  /** What was added, until the next addition. */
  view(): Float64Array<ArrayBuffer> {
    return this.#values.subarray(0, this.#count);
  }

  clear(): void {
    this.#count = 0;
  }
}
