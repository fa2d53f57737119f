import { defineConfig } from 'vitest/config';

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
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
