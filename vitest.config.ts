import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/running/longest-first.ts';
import { temporaryPlace } from './test/running/temporary-place.ts';

export default defineConfig({
  ssr: { resolve: { conditions: ['source'] } },
  resolve: { conditions: ['source'] },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: ['packages/cli/test/build.ts'],
    // It has sources under a condition of the same name as ours, which Node cannot run.
    server: { deps: { inline: ['@modelcontextprotocol/client', 'eventsource-parser'] } },
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    env: temporaryPlace(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
