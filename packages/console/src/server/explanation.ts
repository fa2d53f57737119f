import type { Explanation } from '@vitrine/sdk';
import { get } from './request.ts';

/** One field of the row of one thing. */
export interface ExplainQuestion {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly region: string;
}

/** Asks where a number comes from; one version says the same every time. */
export function explanationQuery(question: ExplainQuestion, version: number) {
  return {
    queryKey: ['explanation', version, question],
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      (await get<Explanation>('console/v1/explain', { ...question }, signal)).data,
  };
}
