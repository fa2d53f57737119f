import { rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

const bytes = 4 * 1024 * 1024;
const refillMs = 60_000;
const triesMax = 10;
const pauseMs = 100;

/**
 * A file that is in the way on purpose: when the disk is full, its room goes to what must not wait for somebody to
 * clear up.
 */
export class Reserve {
  readonly #path: string;
  readonly #timer: NodeJS.Timeout;

  constructor(path: string) {
    this.#path = path;
    this.#fill();
    this.#timer = setInterval(() => this.#fill(), refillMs).unref();
  }

  /**
   * Does some small writing, with the room of the reserve where there is no other.
   *
   * @param isFull whether a failure may be that the disk is full.
   * @throws what the work throws in the end
   */
  async with<Result>(work: () => Promise<Result>, isFull: (error: unknown) => boolean): Promise<Result> {
    for (let tries = 1; ; tries++) {
      try {
        return await work();
      } catch (error) {
        if (!isFull(error) || tries === triesMax) throw error;
      }
      rmSync(this.#path, { force: true });
      // What brings commits to the disk tries again by itself.
      await delay(pauseMs);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
  }

  /**
   * A disk without the room for it has none to reserve. Written, not only made as long: a file with holes takes no
   * room. A process that was killed while it wrote left a short one.
   */
  #fill(): void {
    try {
      if (statSync(this.#path, { throwIfNoEntry: false })?.size === bytes) return;
      rmSync(this.#path, { force: true });
      writeFileSync(this.#path, Buffer.alloc(bytes, 1), { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') rmSync(this.#path, { force: true });
    }
  }
}
