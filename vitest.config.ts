import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { endMs } from './test/running/end-ms.ts';
import { LongestFirst } from './test/running/longest-first.ts';
import { temporaryDirectory } from './test/running/temporary-directory.ts';

const each = {
  globalSetup: ['packages/cli/test/build.ts', 'test/running/temporary-directory.ts'],
  // It has sources under a condition of the same name as ours, which Node cannot run.
  server: { deps: { inline: ['@modelcontextprotocol/client', 'eventsource-parser'] } },
  env: temporaryDirectory(),
  testTimeout: endMs,
  hookTimeout: endMs,
  expect: { poll: { timeout: endMs } },
};

/**
 * Parts of the packages, in files that leave nothing behind: those a worker takes one after the other share what they
 * load.
 */
const parts = ['packages/{sdk,server,simulator}/test/**/*.test.ts', 'test/oracle/*.test.ts'];

/** All others have a process of their own. */
const whole = ['{packages/*/,}test/**/*.test.{ts,tsx}'];

/**
 * Proofs by many repetitions, each with a short form beside it: what `npm run test:long` runs and `npm test` does not.
 */
const long = ['{packages/*/,}test/**/*.long.test.ts'];

/** Their short forms, which a run of both kinds leaves out (`WITHOUT_SHORT_FORMS=1`): the long ones try all that these do. */
const shortForms = readdirSync(new URL('test/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.long.test.ts'))
  .map((path) => join('test', path.replace('.long.', '.')));
const leftOut = process.env['WITHOUT_SHORT_FORMS'] === '1' ? shortForms : [];

export default defineConfig({
  ssr: { resolve: { conditions: ['source'] } },
  resolve: { conditions: ['source'] },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { ...each, name: 'parts', include: parts, exclude: long, isolate: false } },
      { extends: true, test: { ...each, name: 'whole', include: whole, exclude: [...parts, ...long, ...leftOut] } },
      { extends: true, test: { ...each, name: 'long', include: long } },
    ],
  },
});
