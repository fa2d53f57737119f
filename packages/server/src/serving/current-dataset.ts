/** A dataset version that is being served. */
export interface Dataset {
  readonly version: number;
  /** As-of day, yyyy-MM-dd: the last day its numbers count. */
  readonly asOf: string;
}

/** Knows which dataset version requests are answered from. */
export interface CurrentDataset {
  /** Undefined before the first publish. One request asks once, and stays with the answer. */
  current(): Dataset | undefined;
}
