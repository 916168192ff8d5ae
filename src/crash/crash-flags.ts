// The command line of `npm run crash`.

import { tmpdir } from 'node:os';
import { parseCommandLine, type ParsedCommandLine } from '../process/command-line.js';
import { path, toggle, wholeNumber } from '../process/flags.js';

export interface CrashFlags {
  readonly rounds: number;
  readonly bots: number;
  readonly seed: number;
  readonly folder: string;
  readonly json: boolean;
}

const usage = [
  'npm run crash -- [flags]',
  '',
  'Starts a real game server with bots that move, drop, trade, bank, buy and sell, write letters, and use the',
  'market, kills it at random moments (SIGKILL), starts it again, and at the end asks its journal whether all that was acknowledged is there, once.',
  'Exit code 0: nothing lost, nothing doubled, the ledger adds up; 1: not so, or it could not be found out; 2: wrong flags.',
];

const flags = {
  rounds: wholeNumber({ from: 1, to: 10_000, otherwise: 50 }, 'how often the server is killed'),
  bots: wholeNumber({ from: 1, to: 200, otherwise: 12 }, 'how many players there are'),
  seed: wholeNumber({ from: 0, to: 0xffff_ffff, otherwise: 1 }, 'when it is killed, and what bots do'),
  folder: path(tmpdir(), 'where a folder of its own is made, and removed at the end; on a disk'),
  json: toggle('the last line of the output is the result as one JSON object'),
};

const notes = [
  'A round takes two to five seconds. A kill shows what the process had not given to the system yet; what the disk had not',
  'stored yet, a loss of power alone can show.',
];

export function parseCrashFlags(args: readonly string[]): ParsedCommandLine<CrashFlags> {
  return parseCommandLine({ usage, notes, flags }, args);
}
