import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import durations from './durations.json' with { type: 'json' };

const secondsByFile: Readonly<Record<string, number>> = durations;

/**
 * Begins with the files that take longest: one of them begun last would have a worker to itself while the other has
 * nothing to do. `npm run test:durations` writes down how long they take.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => secondsOf(b) - secondsOf(a));
  }
}

function secondsOf({ moduleId, project }: TestSpecification): number {
  return secondsByFile[relative(project.vitest.config.root, moduleId)] ?? 0;
}
