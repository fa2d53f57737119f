import { openPlace } from '../../pipeline/place.ts';
import { fillPeer } from './fill.ts';

export interface FillOptions {
  readonly dataDirectory: string;
  readonly databaseUrl: string;
  /** Remembered of what the tables hold. */
  readonly mark: string;
}

/** Copies the version that a data directory serves into the peer. @returns seconds it took. */
export async function fill({ dataDirectory, databaseUrl, mark }: FillOptions): Promise<{ readonly seconds: number }> {
  const begunMs = performance.now();
  const place = await openPlace(dataDirectory);
  try {
    const served = await place.publishing.versions.current();
    await fillPeer({ engine: place.engine, version: served?.version ?? 0 }, databaseUrl, mark);
  } finally {
    await place.close();
  }
  return { seconds: (performance.now() - begunMs) / 1000 };
}
