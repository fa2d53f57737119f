import { readFileSync } from 'node:fs';

/*
 * Prints `N passed, N failed` or `N passed, N failed, N skipped` of reports that vitest wrote as JSON, all together. A
 * file that failed before its first test counts as one failure, and so does a report that is not there.
 */
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

const { passed, failed, skipped } = countOf(process.argv.slice(2).flatMap((path) => readReport(path).testResults));
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
