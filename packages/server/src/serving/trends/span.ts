import { type Day, dayOf } from '../../warehouse/day.ts';
import type { PageQuery } from '../page-query.ts';

/** First and last day, both included. */
export interface Span {
  readonly first: Day;
  readonly last: Day;
}

/** The days that a query is about. */
export function spanOf({ filters }: PageQuery): Span {
  const bound = (wanted: string) => dayOf(filters.find(({ test }) => test === wanted)?.value ?? '');
  return { first: bound('atLeast'), last: bound('atMost') };
}
