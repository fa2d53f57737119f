/** Work of which there is never more than one at a time. */
export interface Exclusive {
  /** Does the work, or refuses when other work is under way. @throws what `refusal` makes */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /**
   * Takes on no more work from now on, and resolves when nothing is under way.
   *
   * @param refusal made for what still comes
   */
  end(refusal: () => Error): Promise<void>;
  /** Resolves when nothing is under way. */
  settled(): Promise<void>;
}

/** @param refusal made for work that comes while other work is under way. */
export function exclusive(refusal: () => Error): Exclusive {
  let underWay: Promise<unknown> | undefined;
  let ended: (() => Error) | undefined;
  const settled = async () => void (await underWay?.catch(() => {}));
  return {
    async run(work) {
      if (ended !== undefined) throw ended();
      if (underWay !== undefined) throw refusal();
      const running = work();
      underWay = running;
      try {
        return await running;
      } finally {
        underWay = undefined;
      }
    },
    async end(refusalAtEnd) {
      ended = refusalAtEnd;
      await settled();
    },
    settled,
  };
}
