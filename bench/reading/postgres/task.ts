import { openPipelineDirectory } from '../../pipeline/pipeline-directory.ts';
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
  const opened = await openPipelineDirectory(dataDirectory);
  try {
    const served = await opened.publishing.versions.current();
    await fillPeer({ engine: opened.engine, version: served?.version ?? 0 }, databaseUrl, mark);
  } finally {
    await opened.close();
  }
  return { seconds: (performance.now() - begunMs) / 1000 };
}
