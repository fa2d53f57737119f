import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPipelineDirectory } from '../../bench/pipeline/pipeline-directory.ts';
import { amountsOf } from '../../bench/reading/making/amounts.ts';
import { asOf, makeVersion } from '../../bench/reading/making/make.ts';
import type { RecordedDataset } from '../../bench/reading/requests/answers.ts';

/** A data directory with made rows, smaller than any benchmark would be. */
export interface ReadingFixture extends RecordedDataset {
  /** Makes the same rows once more. @returns the new version */
  makeAgain(): Promise<number>;
  remove(): Promise<void>;
}

export const scale = 0.0005;

export async function readingFixture(): Promise<ReadingFixture> {
  const directory = mkdtempSync(join(tmpdir(), 'vitrine-reading-'));
  const { engine, publishing, close } = await openPipelineDirectory(directory);
  const makeAgain = async () => {
    await makeVersion(publishing, amountsOf(scale));
    return (await publishing.versions.current())?.version ?? 0;
  };
  return {
    engine,
    versions: publishing.versions,
    asOf,
    version: await makeAgain(),
    makeAgain,
    async remove() {
      await close();
      rmSync(directory, { recursive: true });
    },
  };
}
