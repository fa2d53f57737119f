import { get } from './request.ts';

/** A market of the served version, and how many rows its lists have. */
export interface Market {
  readonly region: string;
  readonly products: number;
  readonly shops: number;
  readonly creators: number;
  readonly videos: number;
}

/** What is served. */
export interface Dataset {
  /** 0: nothing was published yet. */
  readonly version: number;
  /** Last day that its numbers count, yyyy-MM-dd. */
  readonly asOf: string | null;
  /** The one of most products first. */
  readonly markets: readonly Market[];
}

export async function loadDataset(signal?: AbortSignal): Promise<Dataset> {
  return (await get<Dataset>('console/v1/dataset', {}, signal)).data;
}
