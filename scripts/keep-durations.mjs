import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Writes down how many seconds the slower test files took, of a report that vitest wrote as JSON: the next run begins
 * with the longest (`test/running/longest-first.ts`). Files that are not in the report, such as long ones, keep theirs.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const path = fileURLToPath(new URL('../test/running/durations.json', import.meta.url));
const secondsMin = 2;

const { testResults } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const kept = JSON.parse(readFileSync(path, 'utf8'));
const measured = testResults.map(({ name, startTime, endTime }) => [
  relative(root, name),
  Math.round((endTime - startTime) / 1000),
]);
const durations = Object.entries({ ...kept, ...Object.fromEntries(measured) })
  .filter(([, seconds]) => seconds >= secondsMin)
  .sort(([, a], [, b]) => b - a);

writeFileSync(path, `${JSON.stringify(Object.fromEntries(durations), undefined, 2)}\n`);
