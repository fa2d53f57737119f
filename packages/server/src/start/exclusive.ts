/** Work of which there is never more than one at a time. */
export interface Exclusive {
  /** Does the work, or refuses when other work is under way. @throws what `refusal` makes */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
}

/** @param refusal made for work that comes while other work is under way. */
export function exclusive(refusal: () => Error): Exclusive {
  let underWay: Promise<unknown> | undefined;
  return {
    async run(work) {
      if (underWay !== undefined) throw refusal();
      const running = work();
      underWay = running;
      try {
        return await running;
      } finally {
        underWay = undefined;
      }
    },
    async idle() {
      await underWay?.catch(() => {});
    },
  };
}
