import { openPipelineDirectory } from '../../pipeline/pipeline-directory.ts';
import { type Recording, type RecordOptions, recordRequests } from './record.ts';

export interface RecordTaskOptions extends RecordOptions {
  readonly dataDirectory: string;
}

/** Makes the requests from the version that a data directory serves. */
export async function record({ dataDirectory, ...options }: RecordTaskOptions): Promise<readonly Recording[]> {
  const opened = await openPipelineDirectory(dataDirectory);
  try {
    const served = await opened.publishing.versions.current();
    return await recordRequests(opened.engine, served?.version ?? 0, options);
  } finally {
    await opened.close();
  }
}
