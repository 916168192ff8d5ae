// `npm run lint`: every check of the source that runs nothing of it. All are run, so that one call shows all that is wrong.
import { run, switchesOrExit } from './steps.mjs';

switchesOrExit('npm run lint\n\nChecks formatting, rules, layers, and that nothing lies about unused.', []);

const checks = [
  ['formatting', 'prettier', ['--check', '--log-level', 'warn', '.']],
  ['rules', 'eslint', ['--max-warnings', '0', '.']],
  [
    'layers',
    'depcruise',
    [
      '--config',
      '.dependency-cruiser.cjs',
      'codegen',
      'domain',
      'ports',
      'application',
      'adapters',
      'client',
      'src',
    ],
  ],
  ['unused files, exports and packages', 'knip', []],
];

const failed = checks.filter(([name, command, args]) => {
  console.log(`lint: ${name}`);
  return !run(command, args);
});
if (failed.length > 0) {
  console.error(`lint: failed: ${failed.map(([name]) => name).join(', ')}`);
  process.exit(1);
}
