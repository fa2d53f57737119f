import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/running/longest-first.ts';
import { temporaryDirectory } from './test/running/temporary-directory.ts';

const each = {
  globalSetup: ['packages/cli/test/build.ts', 'test/running/temporary-directory.ts'],
  // It has sources under a condition of the same name as ours, which Node cannot run.
  server: { deps: { inline: ['@modelcontextprotocol/client', 'eventsource-parser'] } },
  env: temporaryDirectory(),
  testTimeout: 120_000,
  hookTimeout: 120_000,
};

/**
 * Parts of the packages, in files that leave nothing behind: those a worker takes one after the other share what they
 * load.
 */
const parts = ['packages/{sdk,server,simulator}/test/**/*.test.ts', 'test/oracle/*.test.ts'];

export default defineConfig({
  ssr: { resolve: { conditions: ['source'] } },
  resolve: { conditions: ['source'] },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { ...each, name: 'parts', include: parts, isolate: false } },
      { extends: true, test: { ...each, name: 'whole', include: ['{packages/*/,}test/**/*.test.ts'], exclude: parts } },
    ],
  },
});
