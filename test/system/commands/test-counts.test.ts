// What `npm test` says at its end, and what .ci/run takes from it.

import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { root } from '../../support/servers/server-process.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

interface TestCounts {
  countsOf(file: string, folder: string): Record<string, unknown>;
  closingLine(counts: Record<string, unknown>): string;
  slowestSuites(file: string, folder: string, count?: number): string[];
}

const { countsOf, closingLine, slowestSuites } = (await import(
  join(root, 'scripts/test-counts.mjs')
)) as TestCounts;

function counted(report: unknown): Record<string, unknown> {
  const file = join(temporaryFolder(), 'report.json');
  writeFileSync(file, typeof report === 'string' ? report : JSON.stringify(report));
  return countsOf(file, '/project');
}

const report = {
  ...{ numPassedTests: 7, numFailedTests: 1, numFailedTestSuites: 1, numPendingTests: 2 },
  testResults: [
    { name: '/project/test/b.test.ts', assertionResults: [{ status: 'passed' }, { status: 'pending' }] },
    { name: '/project/test/a.test.ts', assertionResults: [{ status: 'skipped' }] },
    { name: '/project/test/c.test.ts', assertionResults: [{ status: 'failed' }] },
  ],
};

describe('the closing line of npm test', () => {
  it('counts what was skipped, and names where', () => {
    expect(closingLine(counted(report))).toBe(
      '7 passed, 1 failed, 2 skipped in test/a.test.ts, test/b.test.ts',
    );
    expect(closingLine(counted({ numPassedTests: 3, numFailedTests: 0, numFailedTestSuites: 0 }))).toBe(
      '3 passed, 0 failed, 0 skipped',
    );
  });

  it('counts a suite that could not load, and a report that was not written, as failed', () => {
    expect(counted({ numPassedTests: 3, numFailedTests: 0, numFailedTestSuites: 2 })).toMatchObject({
      failed: 2,
    });
    expect(counted('')).toMatchObject({ passed: 0, failed: 1 });
    expect(countsOf('/nowhere/report.json', '/project')).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is what .ci/run looks for', () => {
    const pattern = /grep -E '([^']+)' "\$log"/.exec(readFileSync(join(root, '.ci/run'), 'utf8'))![1]!;
    const grep = spawnSync('grep', ['-E', pattern], { input: `${closingLine(counted(report))}\n` });
    expect(grep.status).toBe(0);
  });
});

describe('the longest suites', () => {
  it('are named with their seconds, the longest first, and none where nothing tells of time', () => {
    const file = join(temporaryFolder(), 'report.json');
    const suite = (name: string, seconds: number) => ({
      ...{ name: `/project/test/${name}`, startTime: 1_000, endTime: 1_000 + seconds * 1_000 },
    });
    writeFileSync(file, JSON.stringify({ testResults: [suite('a', 2.4), suite('b', 30), suite('c', 7)] }));
    expect(slowestSuites(file, '/project', 2)).toEqual(['test/b 30 s', 'test/c 7 s']);
    writeFileSync(file, JSON.stringify(report));
    expect(slowestSuites(file, '/project')).toEqual([]);
    expect(slowestSuites('/nowhere/report.json', '/project')).toEqual([]);
  });
});
