import { rmSync } from 'node:fs';
import { openPipelineDirectory } from '../../pipeline/pipeline-directory.ts';
import type { Amounts } from './amounts.ts';
import { makeVersion, type RowCounts } from './make.ts';

export interface MakeOptions {
  readonly dataDirectory: string;
  readonly amounts: Amounts;
}

/** Makes a data directory with one published version; what an earlier run left there half made goes. */
export async function make({ dataDirectory, amounts }: MakeOptions): Promise<RowCounts> {
  rmSync(dataDirectory, { recursive: true, force: true });
  const opened = await openPipelineDirectory(dataDirectory);
  try {
    return await makeVersion(opened.publishing, amounts);
  } finally {
    await opened.close();
  }
}
