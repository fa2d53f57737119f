import { openPlace } from '../../pipeline/place.ts';
import { amountsOf } from './amounts.ts';
import { makeVersion, type RowCounts } from './make.ts';

export interface MakeOptions {
  readonly dataDirectory: string;
  readonly scale: number;
}

/** Makes a data directory with one published version. */
export async function make({ dataDirectory, scale }: MakeOptions): Promise<RowCounts> {
  const place = await openPlace(dataDirectory);
  try {
    return await makeVersion(place.publishing, amountsOf(scale));
  } finally {
    await place.close();
  }
}
