import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, the longest first: one of them begun last would have a worker to itself while the other
 * has nothing to do.
 */
const longest: readonly string[] = [
  'test/serving/snapshot-bytes.test.ts',
  'test/publish/twenty-cycles.test.ts',
  'test/publish/killed.test.ts',
  'test/publish/killed-erasure.test.ts',
  'test/publish/withdrawn.test.ts',
  'packages/cli/test/end-to-end.test.ts',
  'test/publish/oracle.test.ts',
  'packages/server/test/surfaces/http/paying/killed.test.ts',
  'test/publish/rollback.test.ts',
  'test/outages/engine.test.ts',
];

/** A fresh clone has no durations to go by, and the length of a file says little of them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

function place({ moduleId }: TestSpecification): number {
  const found = longest.findIndex((file) => moduleId.endsWith(`/${file}`));
  return found === -1 ? longest.length : found;
}
