interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Collects what is added in one turn of the event loop, and while a commit is under way, and commits it at once: one
 * synced transaction for many callers. Each caller hears back after the commit of its own group.
 */
export class GroupCommit<Item, Answer> {
  readonly #commit: (items: readonly Item[]) => Promise<readonly Answer[]>;
  #waiting: Waiting<Item, Answer>[] = [];
  #running = false;

  /** @param commit commits a group; answers in the order of its items, or throws for all of them. */
  constructor(commit: (items: readonly Item[]) => Promise<readonly Answer[]>) {
    this.#commit = commit;
  }

  /** Resolves with the item's answer after the commit of its group, or rejects with what the commit threw. */
  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      if (!this.#running) this.#schedule();
    });
  }

  #schedule(): void {
    this.#running = true;
    setImmediate(() => this.#run());
  }

  async #run(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    await this.#settle(group);
    this.#running = false;
    if (this.#waiting.length > 0) this.#schedule();
  }

  async #settle(group: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.#commit(group.map(({ item }) => item));
      group.forEach(({ resolve }, index) => {
        resolve(answers[index] as Answer);
      });
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
}
