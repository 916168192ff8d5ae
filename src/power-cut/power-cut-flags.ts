// The command line of `npm run power-cut`.

import { parseCommandLine, type ParsedCommandLine } from '../process/command-line.js';
import { oneOf, toggle, wholeNumber } from '../process/flags.js';

export interface PowerCutFlags {
  readonly cuts: number;
  readonly windows: number;
  readonly synchronous: 'full' | 'normal';
  readonly seed: number;
  readonly json: boolean;
}

const usage = [
  'npm run power-cut -- [flags]',
  '',
  'Records the writes and syncs of a busy journal, and rebuilds its files as a loss of power would have left them: at any',
  'moment, what was not synced dropped, torn or reordered. Each is opened as a server does, and must hold what was',
  'acknowledged, whole.',
  'Exit code 0: nothing lost, nothing corrupt; 1: not so, or it could not be found out; 2: wrong flags.',
];

const flags = {
  cuts: wholeNumber({ from: 1, to: 1_000_000, otherwise: 1000 }, 'how often the power goes'),
  windows: wholeNumber(
    { from: 12, to: 2000, otherwise: 48 },
    'windows of facts that a life of the program appends',
  ),
  synchronous: oneOf(
    ['full', 'normal'],
    'full',
    'what SQLite syncs; with normal it must lose what was acknowledged, which shows that losses are seen',
  ),
  seed: wholeNumber(
    { from: 0, to: 0xffff_ffff, otherwise: 1 },
    'what is written, where the power goes, what is left',
  ),
  json: toggle('the last line of the output is the result as one JSON object'),
};

const notes = [
  'Needs Linux and a C compiler. Folders of its own lie in memory (/dev/shm) where there is room, and are removed at the end.',
  'The recording comes first; from then on the time grows with --cuts. Twenty show how long one takes here.',
];

export function parsePowerCutFlags(args: readonly string[]): ParsedCommandLine<PowerCutFlags> {
  return parseCommandLine({ usage, notes, flags }, args);
}
