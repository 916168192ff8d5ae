// What `npm test` says at its end: how many tests passed and failed, and where tests were skipped, because a tool or a right
// that they take is missing here.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Of a JSON report of Jest or Vitest, which carry the same counts; `folder`: suites are named from there. */
export function countsOf(file, folder) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const {
      numPassedTests,
      numFailedTests,
      numFailedTestSuites,
      numPendingTests = 0,
      testResults = [],
    } = report;
    const isSkipped = ({ status }) => status === 'pending' || status === 'skipped';
    return {
      passed: numPassedTests,
      // A suite that could not even load has no failed test to show for it.
      failed: numFailedTests || numFailedTestSuites,
      skipped: numPendingTests,
      skippedIn: testResults
        .filter(({ assertionResults = [] }) => assertionResults.some(isSkipped))
        .map(({ name }) => relative(folder, name)),
    };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, skippedIn: [] };
  }
}

/** `name seconds` of the suites that took longest, the longest first; none where there is no report. Jest's alone tells. */
export function slowestSuites(file, folder, count = 10) {
  let testResults;
  try {
    ({ testResults = [] } = JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
  return testResults
    .map(({ name, startTime, endTime }) => ({ name, seconds: (endTime - startTime) / 1000 }))
    .filter(({ seconds }) => seconds > 0)
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ name, seconds }) => `${relative(folder, name)} ${Math.round(seconds)} s`);
}

/** One line. */
export function closingLine({ passed, failed, skipped, skippedIn }) {
  const where = skippedIn.length === 0 ? '' : ` in ${skippedIn.toSorted().join(', ')}`;
  return `${passed} passed, ${failed} failed, ${skipped} skipped${where}`;
}
