import { ApiError, errors } from '../kernel/errors.ts';
import type { MovedIds } from './moved-ids.ts';

/** A dataset version that is being served. */
export interface Dataset {
  readonly version: number;
  /** As-of day, yyyy-MM-dd: the last day its numbers count. */
  readonly asOf: string;
  /** When its publish began, in epoch milliseconds; absent: unknown. */
  readonly builtAt?: number;
  /** Ids of the lists that it was built with; absent: all there are. */
  readonly lists?: ReadonlySet<string>;
  /** Ids that are served under others; absent: none. */
  readonly movedIds?: MovedIds;
}

/** @throws ApiError 503 where nothing is served yet, or the version that is served was built without the list. */
export function datasetWith(list: { readonly id: string }, served: Dataset | undefined): Dataset {
  if (served === undefined) throw new ApiError(errors.datasetMissing, {});
  if (served.lists?.has(list.id) === false) throw new ApiError(errors.listNotPublished, { list: list.id });
  return served;
}

/** Knows which dataset version requests are answered from. */
export interface CurrentDataset {
  /** Undefined before the first publish. One request asks once, and stays with the answer. */
  current(): Dataset | undefined;
}
