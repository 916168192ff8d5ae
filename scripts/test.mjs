// `npm test`: builds, then runs every suite, and ends with one line that counts passed, failed and skipped
// tests and names the suites that were skipped, or a part of them.
// Arguments go to Jest: `npm test -- test/domain`, and then only Jest runs.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, runOrExit } from './steps.mjs';
import { pathsAmong, unmatched } from './test-paths.mjs';
import { closingLine, countsOf, slowestSuites } from './test-counts.mjs';

const jestArguments = process.argv.slice(2);
if (jestArguments.includes('--help') || jestArguments.includes('-h')) {
  console.log(
    "npm test [-- Jest's arguments]\n\nBuilds, then runs every suite; with arguments only Jest, with them. A path that no suite matches is refused.",
  );
  process.exit(0);
}
const nowhere = unmatched(pathsAmong(jestArguments));
if (nowhere.length > 0) {
  for (const path of nowhere) console.error(`${path}: no test file matches it`);
  process.exit(2);
}
const reports = join(root, 'dist', '.reports');
mkdirSync(reports, { recursive: true });

const suites = [
  {
    name: 'server',
    report: join(reports, 'server.json'),
    run: (report) =>
      run(
        'node',
        [
          '--experimental-vm-modules',
          'node_modules/jest/bin/jest.js',
          '--json',
          `--outputFile=${report}`,
          '--testLocationInResults=false',
          ...jestArguments,
        ],
        {
          env: { NODE_NO_WARNINGS: '1', NODE_ENV: 'test' },
          stdoutToNull: true,
        },
      ),
  },
];
if (jestArguments.length === 0) {
  suites.push({
    name: 'console',
    report: join(reports, 'console.json'),
    run: (report) =>
      run('npm', [
        ...['--workspace', 'admin-ui', 'run', 'test', '--'],
        ...['--reporters=default', '--reporters=json', `--output-file=${report}`],
      ]),
  });
}

runOrExit('node', ['scripts/build.mjs', '--quiet', ...(jestArguments.length > 0 ? ['--server-only'] : [])]);
const total = { passed: 0, failed: 0, skipped: 0, skippedIn: [] };
for (const suite of suites) {
  rmSync(suite.report, { force: true });
  const ok = suite.run(suite.report);
  const { passed, failed, skipped, skippedIn } = countsOf(suite.report, root);
  total.passed += passed;
  total.skipped += skipped;
  total.skippedIn.push(...skippedIn);
  total.failed += ok ? failed : Math.max(1, failed);
}
if (jestArguments.length === 0)
  for (const { name, report } of suites)
    console.log(`longest of ${name}: ${slowestSuites(report, root).join(', ')}`);
console.log(`\n${closingLine(total)}`);
process.exit(total.failed === 0 ? 0 : 1);
