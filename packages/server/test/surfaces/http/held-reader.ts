import type { Reader } from '../../../src/serving/reader.ts';

/** A promise and the key to it. */
export interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
}

export function deferred(): Deferred {
  let resolve: () => void = () => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** A reader that says when it is first asked, and answers nobody before it is let. */
export function held(reader: Reader, asked: Deferred, mayAnswer: Deferred): Reader {
  return {
    page: async (...question) => {
      asked.resolve();
      await mayAnswer.promise;
      return reader.page(...question);
    },
  };
}
