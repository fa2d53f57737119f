/** Something that is let go of with care. */
export interface Closable {
  close(): Promise<void>;
}

/** What was opened one after another, each standing on those before it. */
export class Opened implements Closable {
  readonly #parts: Closable[] = [];

  /** Takes note of a part, and hands it back. */
  add<Part extends Closable>(part: Part): Part {
    this.#parts.push(part);
    return part;
  }

  /** Closes all, the last one opened first. @throws the first failure, once every part was asked to close */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const part of this.#parts.splice(0).reverse()) {
      await part.close().catch((failure: unknown) => failures.push(failure));
    }
    if (failures.length > 0) throw failures[0];
  }
}
