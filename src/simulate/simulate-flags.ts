// The command line of `npm run simulate`.

import { nearestName } from '#codegen/text/nearest-name.js';
import { parseCommandLine, type ParsedCommandLine } from '../process/command-line.js';
import { oneOf, text, toggle, wholeNumber } from '../process/flags.js';
import { pairNumberOf } from './economy/pair-numbers.js';
import { playNames } from './economy/plays/all-plays.js';

const parts = ['all', 'sessions', 'economy'] as const;

export interface SimulateFlags {
  readonly part: (typeof parts)[number];
  readonly seeds: number;
  readonly first: number;
  /** Every so manieth seed is run twice, and every so manieth pair of verbs. */
  readonly replayEvery: number;
  readonly interleavings: number;
  /** One pair of verbs in so many meets the kill too. */
  readonly killEvery: number;
  /** A pair of verbs alone, empty for all. */
  readonly case: string;
  /** Threads at a time. */
  readonly jobs: number;
  readonly json: boolean;
}

const usage = [
  'npm run simulate -- [flags]',
  '',
  'Runs whole servers in virtual time and checks what must always hold: sessions (players, hostile clients and bad networks,',
  'one server per seed), and the economy (every ordered pair of its verbs, with and without a crash, a disconnect, a change',
  'of map, an operator or an erasure between them). What fails prints the command that runs it again.',
  'Exit code 0: all held; 1: something failed; 2: wrong flags.',
];

export function parseSimulateFlags(
  args: readonly string[],
  processors: number,
): ParsedCommandLine<SimulateFlags> {
  const jobs = Math.max(1, Math.min(8, processors));
  const flags = {
    part: oneOf(parts, 'all', 'what is run'),
    seeds: wholeNumber({ from: 1, to: 1_000_000, otherwise: 100 }, 'sessions: how many servers'),
    first: wholeNumber({ from: 0, to: 0x7fff_ffff, otherwise: 1 }, 'the first seed; the others follow it'),
    'replay-every': wholeNumber(
      { from: 1, to: 1_000_000, otherwise: 1 },
      'sessions: one seed in so many is run twice, and both runs must go the same way; economy: 50 times as many pairs',
    ),
    interleavings: wholeNumber(
      { from: 1, to: 1000, otherwise: 2 },
      'economy: how often each pair of verbs meets with each fault, each time in another way',
    ),
    'kill-every': wholeNumber(
      { from: 1, to: 10_000, otherwise: 48 },
      'economy: one pair in so many is also played in a game file whose server is killed, others with each --first',
    ),
    case: text('', 'economy: one pair of verbs alone, FIRST,SECOND, each of the names below'),
    jobs: wholeNumber({ from: 1, to: 64, otherwise: jobs }, 'threads at a time'),
    json: toggle('the last line of the output is the result as one JSON object'),
  };
  const notes = [
    `The time grows with --seeds, and with --interleavings for all ${playNames.length ** 2} pairs of verbs; --part sessions --seeds 5, or --case,`,
    'show how long a part takes here.',
    '',
    'Verbs of --case:',
    ...inLines(playNames),
  ];
  const parsed = parseCommandLine({ usage, notes, flags }, args);
  if (parsed.kind !== 'flags') return parsed;
  const { 'replay-every': replayEvery, 'kill-every': killEvery, ...others } = parsed.flags;
  const fault = faultOfCase(others.case);
  if (fault !== undefined) return { kind: 'faulty', problems: [fault] };
  return { ...parsed, flags: { ...others, replayEvery, killEvery } };
}

/** With commas, at most 118 characters a line. */
function inLines(names: readonly string[]): string[] {
  const lines = [''];
  for (const name of names) {
    const word = name === names.at(-1) ? name : `${name},`;
    const longer = lines.at(-1) === '' ? `  ${word}` : `${lines.at(-1)} ${word}`;
    if (longer.length > 118) lines.push(`  ${word}`);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function faultOfCase(pair: string): string | undefined {
  if (pair === '' || pairNumberOf(pair) !== undefined) return undefined;
  const wrong = pair.split(',').find((name) => !playNames.includes(name as (typeof playNames)[number]));
  const meant = wrong === undefined ? undefined : nearestName(wrong, playNames);
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  return `--case ${pair}: must be two of ${playNames.join(', ')}, with a comma between them${hint}`;
}
