import type { Page } from 'playwright-core';

/** From what a person did on, milliseconds. */
export interface Reaction {
  /** Until the rows were painted. */
  readonly ms: number;
  /** Until they were asked for. */
  readonly askedMs: number;
  /** Until they were answered. */
  readonly answeredMs: number;
}

/** A parameter of a question. */
export interface Asked {
  readonly name: string;
  readonly value: string;
}

/**
 * Does something that has other rows asked for, and waits until they are painted.
 *
 * @param asked what the question has, where others are asked on the way.
 */
export async function rowsAfter(page: Page, act: () => Promise<unknown>, asked?: Asked): Promise<Reaction> {
  await page.evaluate(`vitrineBench.forget(${JSON.stringify(asked ?? null)})`);
  await act();
  return page.evaluate<Reaction>('vitrineBench.rowsPainted()');
}
