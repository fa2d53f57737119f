interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Collects what is added in one turn of the event loop, and while a commit is under way, and commits it at once: one
 * transaction for many callers. Each caller hears back after the commit of its own group.
 */
export class GroupCommit<Item, Answer> {
  readonly #commit: (items: readonly Item[]) => Promise<readonly Answer[]>;
  #waiting: Waiting<Item, Answer>[] = [];
  #running: Promise<void> | undefined;

  /** @param commit commits a group; answers in the order of its items, or throws for all of them. */
  constructor(commit: (items: readonly Item[]) => Promise<readonly Answer[]>) {
    this.#commit = commit;
  }

  /** Resolves with the item's answer after the commit of its group, or rejects with what the commit threw. */
  add(item: Item): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Resolves when everything that was added has its answer. */
  async idle(): Promise<void> {
    while (this.#running !== undefined) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await nextTurn();
      const group = this.#waiting;
      this.#waiting = [];
      await this.#settle(group);
    }
    this.#running = undefined;
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

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
