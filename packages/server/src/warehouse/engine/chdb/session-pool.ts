/** Hands out a fixed set of things one at a time; callers wait their turn in the order they came. */
export class SessionPool<Session> {
  readonly #idle: Session[];
  readonly #size: number;
  #closed: Promise<unknown> | undefined;
  readonly #waiting: ((session: Session) => void)[] = [];

  constructor(sessions: readonly Session[]) {
    this.#idle = [...sessions];
    this.#size = sessions.length;
  }

  /** Runs `work` with a session that nobody else has, and gives it back whatever happens. */
  async use<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    const session = await this.#take();
    try {
      return await work(session);
    } finally {
      this.#give(session);
    }
  }

  /** As {@link use} for work that yields as it goes; the session comes back when the consumer is done. */
  async *stream<Item>(work: (session: Session) => AsyncIterable<Item>): AsyncIterable<Item> {
    const session = await this.#take();
    try {
      yield* work(session);
    } finally {
      this.#give(session);
    }
  }

  /** Waits for the work that is under way or waits already, and hands out no session from now on. */
  close(): Promise<unknown> {
    this.#closed ??= Promise.all(Array.from({ length: this.#size }, () => this.#turn()));
    return this.#closed;
  }

  async #take(): Promise<Session> {
    if (this.#closed !== undefined) throw new Error('closed already');
    return this.#turn();
  }

  #turn(): Promise<Session> {
    const session = this.#idle.pop();
    return session === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(session);
  }

  #give(session: Session): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(session);
    else next(session);
  }
}
