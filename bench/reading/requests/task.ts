import { openPlace } from '../../pipeline/place.ts';
import { type Recording, type RecordOptions, recordRequests } from './record.ts';

export interface RecordTaskOptions extends RecordOptions {
  readonly dataDirectory: string;
}

/** Makes the requests from the version that a data directory serves. */
export async function record({ dataDirectory, ...options }: RecordTaskOptions): Promise<readonly Recording[]> {
  const place = await openPlace(dataDirectory);
  try {
    const served = await place.publishing.versions.current();
    return await recordRequests(place.engine, served?.version ?? 0, options);
  } finally {
    await place.close();
  }
}
