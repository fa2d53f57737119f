import type { Side } from '../sides/side.ts';

/** How long answers take that nobody has asked for before. */
export interface ColdAnswers {
  readonly questions: number;
  readonly medianMs: number;
  readonly slowestMs: number;
}

/** Asks each question once, one after the other. @throws Error when an answer is not a 200 */
export async function askOnce({ url, headers }: Side, requests: readonly string[]): Promise<ColdAnswers> {
  const tookMs: number[] = [];
  for (const request of requests) {
    const begunMs = performance.now();
    const response = await fetch(url + request, { headers });
    const text = await response.text();
    if (response.status !== 200) throw new Error(`${request}: got ${response.status}: ${text.slice(0, 300)}`);
    tookMs.push(performance.now() - begunMs);
  }
  const sorted = tookMs.toSorted((a, b) => a - b);
  const medianMs = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return { questions: sorted.length, medianMs, slowestMs: sorted.at(-1) ?? 0 };
}
