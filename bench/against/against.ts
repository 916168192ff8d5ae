// `npm run bench -- against COMMIT -- NAME ARGS`: another commit beside this checkout, both measured in turns, and the ratios.

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { askedFor, parseCommandLine } from '#src/process/command-line.js';
import { text, toggle, wholeNumber } from '#src/process/flags.js';
import { describeMachine } from '../harness/machine.js';
import { spread, table } from '../harness/report.js';
import { builtCommit, UnknownCommit } from './other-commit.js';
import { figuresOf, ratiosOf, type Figures, type PrintedRun, type Ratio, type Turn } from './ratios.js';

const root = join(import.meta.dirname, '../../..');
const flags = {
  commit: text('', 'what this checkout is measured against'),
  turns: wholeNumber({ from: 1, to: 1000, otherwise: 3 }, 'how often both are measured'),
  json: toggle('the last line of the output is one JSON object'),
};
const usage = [
  'npm run bench -- against COMMIT [flags] -- NAME ARGS',
  '',
  'Builds another commit beside this checkout, runs a benchmark of both in turns, and prints how they compare: new by old,',
  'as the median of the turns, of the means, and of the least. What only one of them measures is left out.',
];

/** `args`: what follows the word. */
export function runAgainst(args: readonly string[]): void {
  const dashes = args.indexOf('--');
  const [own, passed] = dashes < 0 ? [args, []] : [args.slice(0, dashes), args.slice(dashes + 1)];
  const asked = askedFor(parseCommandLine({ usage, flags, positions: ['commit'] }, own));
  if (asked === undefined) return;
  const { commit, turns, json } = asked.flags;
  if (commit === '' || passed.length === 0)
    return refuse('a commit, --, and the name of a benchmark are needed');
  let other: string;
  try {
    other = builtCommit(root, commit, (line) => console.error(line));
  } catch (error) {
    if (!(error instanceof UnknownCommit)) throw error;
    return refuse(error.message);
  }
  const measured: Turn[] = [];
  for (let turn = 0; turn < turns; turn++) {
    console.error(`turn ${turn + 1} of ${turns}`);
    // Who goes first changes, so that a machine that slows down favours neither.
    const newFirst = turn % 2 === 1;
    const first = measure(newFirst ? root : other, passed);
    const second = measure(newFirst ? other : root, passed);
    measured.push(newFirst ? { old: second, new: first } : { old: first, new: second });
  }
  print(commit, turns, passed, ratiosOf(measured), json);
}

function refuse(problem: string): void {
  console.error(problem);
  process.exitCode = 2;
}

function measure(folder: string, passed: readonly string[]): Figures {
  const program = join(folder, 'dist/bench/main.js');
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--enable-source-maps', program, ...passed, ...(passed.includes('--json') ? [] : ['--json'])],
    { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`${program} ${passed.join(' ')} ended with ${status}`);
  return figuresOf(JSON.parse(stdout.trimEnd().split('\n').at(-1)!) as PrintedRun);
}

function print(
  commit: string,
  turns: number,
  passed: readonly string[],
  ratios: readonly Ratio[],
  json: boolean,
): void {
  const machine = describeMachine();
  console.log(
    `${machine.processor}, ${machine.cores} cores; Node ${machine.node}; ${machine.system}; commit ${machine.commit} against ${commit}, ${turns} turns of ${passed.join(' ')}\n`,
  );
  const shown = (ratio: number | undefined): string => ratio?.toFixed(2) ?? '–';
  const rows = ratios.map(({ what, old, new: newer, ofTurns, ofMeans, ofLeast }) => [
    ...[what, spread(old, 2, (value) => value), spread(newer, 2, (value) => value)],
    ...[shown(ofTurns), shown(ofMeans), shown(ofLeast)],
  ]);
  console.log(
    table(['what', commit, 'this checkout', 'ratio of a turn', 'of the means', 'of the least'], rows),
  );
  if (!json) return;
  const told = Object.fromEntries(ratios.map(({ what, ofTurns }) => [what, ofTurns ?? null]));
  console.log(JSON.stringify({ ratios: told, commit, turns, machine, measured: ratios }));
}
