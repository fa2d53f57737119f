import { readFileSync } from 'node:fs';

/*
 * Prints `N passed, N failed` of reports that vitest wrote as JSON, all together, on the last line; how many were skipped is on
 * the line before. A file that failed before its first test counts as one failure, and so does a report that is not there. What failed is
 * said once more above that line, so that nobody searches thousands of lines for it.
 */
const longestMessage = 4_000;

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { testResults: [{ status: 'failed', assertionResults: [] }] };
  }
}

function countOf(testResults) {
  const statuses = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
  const of = (...wanted) => statuses.filter((status) => wanted.includes(status)).length;
  const unread = testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(isFailed));
  return {
    passed: of('passed'),
    failed: of('failed') + unread.length,
    skipped: of('skipped', 'pending', 'todo', 'disabled'),
  };
}

function isFailed({ status }) {
  return status === 'failed';
}

function printFailures(testResults) {
  for (const file of testResults) {
    if (file.status === 'failed' && file.message) console.log(`FAILED ${file.name}\n${cut(file.message)}\n`);
    for (const test of file.assertionResults.filter(isFailed)) {
      console.log(`FAILED ${file.name} > ${test.fullName}\n${cut(test.failureMessages.join('\n'))}\n`);
    }
  }
}

function cut(message) {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)} …` : message;
}

const testResults = process.argv.slice(2).flatMap((path) => readReport(path).testResults);
printFailures(testResults);
const { passed, failed, skipped } = countOf(testResults);
if (skipped > 0) console.log(`${skipped} skipped`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
