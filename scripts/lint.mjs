// `npm run lint`: every check of the source that runs nothing of it. All are run, two at a time, so that one call shows
// all that is wrong. What did not change since it last passed is not looked at again; see lint-cache.mjs.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { staleFiles } from './lint-cache.mjs';
import { root, run, switchesOrExit } from './steps.mjs';
import { sweepBuild } from './sweep-build.mjs';

const usage = [
  'npm run lint -- [flags]',
  '',
  'Checks types, formatting, rules, layers, and that nothing lies about unused.',
  '',
  '  --all   looks at every file, also at those that passed before',
].join('\n');
const all = switchesOrExit(usage, ['--all']).has('--all');
const atOnce = 2;
/** More are named by their folder: command lines have an end. */
const namedMax = 200;

const layers = ['codegen', 'domain', 'ports', 'application', 'adapters', 'client', 'src'];
const prettierCache = [
  '--cache',
  '--cache-strategy',
  'content',
  '--cache-location',
  'node_modules/.cache/tos-lint/prettier',
];

console.log('lint: types');
sweepBuild(root, [...layers, 'bench']);
const typesHold = run('tsc', ['-b', '--stopBuildOnErrors']);
const { stale, notePassed } = staleFiles();
const looked = all || stale.length > namedMax ? ['.'] : stale;
const checks = [
  {
    name: 'rules',
    command: 'eslint',
    args: ['--max-warnings', '0', '--no-warn-ignored', ...looked],
    skip: looked.length === 0,
  },
  {
    name: 'formatting',
    command: 'prettier',
    args: ['--check', '--log-level', 'warn', ...(all ? [] : prettierCache), '.'],
  },
  {
    name: 'layers',
    command: 'depcruise',
    args: ['--config', '.dependency-cruiser.cjs', '--output-type', 'err-long', ...layers],
    hint: 'what each folder may import (not-in-allowed) stands in ARCHITECTURE.md, “Layers”',
  },
  { name: 'unused files, exports and packages', command: 'knip', args: [] },
];

const failed = typesHold ? [] : ['types'];
const waiting = checks.filter(({ skip }) => !skip);
await Promise.all(Array.from({ length: atOnce }, runWaiting));
// Without sound types the declarations, and so what depends on them, may be those of before.
if (typesHold && !failed.includes('rules')) notePassed();
if (failed.length > 0) {
  console.error(`lint: failed: ${failed.join(', ')}`);
  process.exit(1);
}

async function runWaiting() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const { ok, output } = await runAside(check);
    console.log(`lint: ${check.name}`);
    process.stdout.write(output);
    if (ok) continue;
    if (check.hint !== undefined) console.log(`lint: ${check.name}: ${check.hint}`);
    failed.push(check.name);
  }
}

/** Beside others: what it prints is kept together. */
function runAside({ command, args }) {
  const windows = process.platform === 'win32';
  const path = `${join(root, 'node_modules', '.bin')}${windows ? ';' : ':'}${process.env.PATH}`;
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const child = spawn(command, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows,
    env: { ...process.env, ...colours, PATH: path },
  });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: `${error}\n` }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}
