import type { Batches } from '../batches.ts';

/** Batches whose opening can be held up for a while. */
export interface HoldableBatches extends Batches {
  /** From now on batches that are to be opened wait; resolves when none is being opened. @returns lets them go on. */
  hold(): Promise<() => void>;
}

/** For work on landing tables that no row may be added to meanwhile. */
export function holdable(batches: Batches): HoldableBatches {
  const opening = new Set<Promise<number>>();
  let held: Promise<void> | undefined;
  return {
    ...batches,
    async open(source) {
      while (held !== undefined) await held;
      const opened = batches.open(source);
      opening.add(opened);
      return opened.finally(() => opening.delete(opened));
    },
    async hold() {
      const { promise, release } = barrier();
      held = promise.then(() => {
        held = undefined;
      });
      await Promise.allSettled(opening);
      return release;
    },
  };
}

function barrier(): { readonly promise: Promise<void>; readonly release: () => void } {
  let release = () => {};
  const promise = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { promise, release };
}
