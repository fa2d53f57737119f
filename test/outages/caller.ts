import { expect } from 'vitest';
import { catalogue } from '../../packages/server/src/catalogue/catalogue.ts';

export interface Answered {
  readonly status: number;
  readonly code: number;
  readonly message: string;
  readonly retryAfter: string | null;
}

/** A question that costs a credit. */
export const paidPath = (() => {
  const [endpoint] = catalogue;
  if (endpoint === undefined) throw new Error('the catalogue is empty');
  return `${endpoint.path}?${new URLSearchParams(endpoint.example.query)}`;
})();

/** Asks with a key. @throws Error when the answer is not in the envelope: code and status, and the id of the request */
export async function ask(url: string, key: string, path = paidPath): Promise<Answered> {
  const response = await fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
  const { code, message, requestId } = (await response.json()) as Record<string, string | number>;
  const { status, headers } = response;
  const isRight = code === (status === 200 ? 0 : status) && requestId === headers.get('x-request-id');
  if (!isRight) throw new Error(`not the envelope: ${status} ${code} ${message} ${requestId}`);
  return { status, code: Number(code), message: String(message), retryAfter: headers.get('retry-after') };
}

/** Callers that ask one question after the other until they are told to stop. */
export interface Crowd {
  /** How often each status came so far. */
  readonly counts: Readonly<Record<number, number>>;
  /** Resolves when a good many more answers with this status have come. @throws Error when an answer was no answer */
  more(status: number): Promise<void>;
  stop(): Promise<void>;
}

export const callers = 8;
const outageMsMax = 60_000;

export function crowd(url: string, key: string): Crowd {
  const counts: Record<number, number> = {};
  const ending = new AbortController();
  const caller = async () => {
    while (!ending.signal.aborted) {
      const { status } = await ask(url, key);
      counts[status] = (counts[status] ?? 0) + 1;
    }
  };
  const running = Promise.all(Array.from({ length: callers }, caller));
  const more = async (status: number) => {
    const enough = (counts[status] ?? 0) + 2 * callers;
    await expect.poll(() => counts[status] ?? 0, { timeout: outageMsMax }).toBeGreaterThan(enough);
  };
  return {
    counts,
    more: (status) => Promise.race([more(status), running.then(() => {})]),
    async stop() {
      ending.abort();
      await running;
    },
  };
}
