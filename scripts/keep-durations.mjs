import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Writes down how many seconds the slower test files took, of a report that vitest wrote as JSON: the next run begins
 * with the longest (`test/running/longest-first.ts`).
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const path = fileURLToPath(new URL('../test/running/durations.json', import.meta.url));
const secondsMin = 2;

const { testResults } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const durations = testResults
  .map(({ name, startTime, endTime }) => [relative(root, name), Math.round((endTime - startTime) / 1000)])
  .filter(([, seconds]) => seconds >= secondsMin)
  .sort(([, a], [, b]) => b - a);

writeFileSync(path, `${JSON.stringify(Object.fromEntries(durations), undefined, 2)}\n`);
