// The command line of `npm run simulate`.

import { parseArgs } from 'node:util';

export interface SimulateFlags {
  readonly seeds: number;
  readonly first: number;
  /** Every so manieth seed is run twice. */
  readonly replayEvery: number;
  /** Processes at a time. */
  readonly jobs: number;
  readonly json: boolean;
}

export const simulateHelp = [
  'npm run simulate -- [--seeds 100] [--first 1] [--replay-every 4] [--jobs 2] [--json]',
  '',
  'Runs whole servers with players, hostile clients and bad networks in virtual time, one per seed, and checks what',
  'must always hold. A failing seed prints the command that runs it again.',
].join('\n');

/** Throws with a message for the user. */
export function parseSimulateFlags(args: readonly string[], processors: number): SimulateFlags | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: 'string', default: '100' },
      first: { type: 'string', default: '1' },
      'replay-every': { type: 'string', default: '4' },
      jobs: { type: 'string', default: String(Math.max(1, Math.min(8, processors))) },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return {
    seeds: wholeNumber('seeds', values.seeds, 1, 1_000_000),
    first: wholeNumber('first', values.first, 0, 0x7fff_ffff),
    replayEvery: wholeNumber('replay-every', values['replay-every'], 1, 1_000_000),
    jobs: wholeNumber('jobs', values.jobs, 1, 64),
    json: values.json,
  };
}

export function wholeNumber(name: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isInteger(value) && value >= from && value <= to) return value;
  throw new Error(`--${name} ${text}: must be a whole number from ${from} to ${to}`);
}
