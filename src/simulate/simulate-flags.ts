// The command line of `npm run simulate`.

import { parseCommandLine, type ParsedCommandLine } from '../process/command-line.js';
import { toggle, wholeNumber } from '../process/flags.js';

export interface SimulateFlags {
  readonly seeds: number;
  readonly first: number;
  /** Every so manieth seed is run twice. */
  readonly replayEvery: number;
  /** Processes at a time. */
  readonly jobs: number;
  readonly json: boolean;
}

const usage = [
  'npm run simulate -- [flags]',
  '',
  'Runs whole servers with players, hostile clients and bad networks in virtual time, one per seed, and checks what',
  'must always hold. A failing seed prints the command that runs it again.',
  'Exit code 0: all held; 1: a seed failed; 2: wrong flags.',
];

export function parseSimulateFlags(
  args: readonly string[],
  processors: number,
): ParsedCommandLine<SimulateFlags> {
  const jobs = Math.max(1, Math.min(8, processors));
  const flags = {
    seeds: wholeNumber({ from: 1, to: 1_000_000, otherwise: 100 }, 'how many servers'),
    first: wholeNumber({ from: 0, to: 0x7fff_ffff, otherwise: 1 }, 'the first seed; the others follow it'),
    'replay-every': wholeNumber(
      { from: 1, to: 1_000_000, otherwise: 1 },
      'one seed in so many is run twice, and both runs must go the same way',
    ),
    jobs: wholeNumber({ from: 1, to: 64, otherwise: jobs }, 'servers at a time'),
    json: toggle('the last line of the output is the result as one JSON object'),
  };
  const parsed = parseCommandLine({ usage, flags }, args);
  if (parsed.kind !== 'flags') return parsed;
  const { 'replay-every': replayEvery, ...others } = parsed.flags;
  return { ...parsed, flags: { ...others, replayEvery } };
}
