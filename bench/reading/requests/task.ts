import { openPipelineDirectory } from '../../pipeline/pipeline-directory.ts';
import { type Recording, type RecordOptions, recordRequests } from './record.ts';

export interface RecordTaskOptions extends RecordOptions {
  readonly dataDirectory: string;
}

/** Makes the requests from the version that a data directory serves. */
export async function record({ dataDirectory, ...options }: RecordTaskOptions): Promise<readonly Recording[]> {
  const opened = await openPipelineDirectory(dataDirectory);
  try {
    const { engine, versions } = opened.publishing;
    const served = await versions.current();
    if (served === undefined) throw new Error(`no version is published in ${dataDirectory}`);
    const { version, asOf } = served;
    return await recordRequests({ engine, versions, version, asOf }, options);
  } finally {
    await opened.close();
  }
}
