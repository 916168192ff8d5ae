// The command line of `npm run bots`: what may be asked and what is allowed.

import { type LinkConditions, perfectLink } from '#adapters/memory/network/link-conditions.js';
import type { ServerNearby } from '../configuration/server-nearby.js';
import { parseCommandLine, type ParsedCommandLine } from '../process/command-line.js';
import { type FlagValues, number, text, toggle, wholeNumber } from '../process/flags.js';

export interface BotFlags {
  readonly players: number;
  readonly seconds: number;
  readonly host: string;
  readonly port: number;
  readonly inputHz: number;
  readonly rampSeconds: number;
  readonly json: boolean;
  readonly seed: number;
  /** What every bot's link does, each way; undefined when nothing was asked for. */
  readonly link: LinkConditions | undefined;
}

/** `server` is where the bots go unless told otherwise. */
function botFlags(server: ServerNearby) {
  return {
    players: wholeNumber({ from: 1, to: 20_000, otherwise: 50 }, 'how many bots'),
    seconds: number({ from: 1, to: 86_400, otherwise: 20 }, 'how long they play once all have joined'),
    host: text(server.host, 'where the game server is, else TOS_HOST'),
    port: wholeNumber(
      { from: 1, to: 65_535, otherwise: server.port },
      "the game server's UDP port, else TOS_UDP_PORT",
    ),
    'input-hz': number({ from: 10, to: 60, otherwise: 30 }, 'movement inputs a second of each bot'),
    'ramp-seconds': number({ from: 0, to: 3600, otherwise: 2 }, 'time over which their joins are spread'),
    seed: wholeNumber({ from: 0, to: 0xffff_ffff, otherwise: 1 }, 'the same seed gives the same behaviour'),
    json: toggle('the last line of the output is the result as one JSON object'),
    loss: number(percent, 'datagrams lost each way, percent'),
    'delay-ms': number(delayMs, 'delay each way'),
    'jitter-ms': number(delayMs, 'up to this much more delay'),
    duplicate: number(percent, 'datagrams repeated each way, percent'),
    reorder: number(percent, 'datagrams held back each way, percent'),
    'reorder-ms': number({ ...delayMs, otherwise: 20 }, 'how long they are held back'),
  };
}

const percent = { from: 0, to: 100, otherwise: 0 };
const delayMs = { from: 0, to: 10_000, otherwise: 0 };

type BotFlagValues = FlagValues<ReturnType<typeof botFlags>>;

const usage = [
  'npm run bots -- [flags]',
  '',
  'Connects bots to a running game server; they walk, fight, pick up and chat, then leave.',
  'Exit code 0: all joined and nothing went wrong; 1: something did; 2: wrong flags or settings.',
];

const notes = [
  'A bad network, made on the side of the bots: --loss 5 --delay-ms 50 --jitter-ms 20 --duplicate 1',
  '',
  'Bots are guests whose secrets follow from their names, and trust the first key that answers; they are for servers',
  'of your own.',
];

export function parseBotFlags(args: readonly string[], server: ServerNearby): ParsedCommandLine<BotFlags> {
  const line = { usage, notes, flags: botFlags(server), settingProblems: server.problems };
  const parsed = parseCommandLine(line, args);
  return parsed.kind === 'flags' ? { ...parsed, flags: asked(parsed.flags) } : parsed;
}

function asked(values: BotFlagValues): BotFlags {
  const { players, seconds, host, port, seed, json } = values;
  return {
    ...{ players, seconds, host, port, seed, json },
    inputHz: values['input-hz'],
    rampSeconds: values['ramp-seconds'],
    link: linkOf(values),
  };
}

function linkOf(flags: BotFlagValues): LinkConditions | undefined {
  const { loss, duplicate, reorder } = flags;
  const [delayMs, jitterMs] = [flags['delay-ms'], flags['jitter-ms']];
  if (loss + duplicate + reorder + delayMs + jitterMs === 0) return undefined;
  return {
    ...perfectLink,
    lossRatio: loss / 100,
    duplicateRatio: duplicate / 100,
    reorderRatio: reorder / 100,
    delayMs,
    jitterMs,
    reorderMs: flags['reorder-ms'],
  };
}
