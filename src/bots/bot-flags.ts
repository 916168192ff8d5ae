// The command line of `npm run bots`: what may be asked, what is allowed, and how to say what is wrong.

import { type LinkConditions, perfectLink } from '#adapters/memory/link-conditions.js';
import { nearestName } from '../configuration/nearest-name.js';

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

export type ParsedFlags =
  | { readonly kind: 'flags'; readonly flags: BotFlags }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'faulty'; readonly problems: readonly string[] };

interface NumberFlag {
  readonly from: number;
  readonly to: number;
  readonly whole: boolean;
  readonly otherwise: number;
  readonly about: string;
}

const numberFlags = {
  players: { from: 1, to: 20_000, whole: true, otherwise: 50, about: 'how many bots' },
  seconds: {
    from: 1,
    to: 86_400,
    whole: false,
    otherwise: 20,
    about: 'how long they play once all have joined',
  },
  port: {
    from: 1,
    to: 65_535,
    whole: true,
    otherwise: 7777,
    about: "the game server's UDP port, else TOS_UDP_PORT",
  },
  'input-hz': {
    from: 10,
    to: 60,
    whole: false,
    otherwise: 30,
    about: 'movement inputs a second of each bot',
  },
  'ramp-seconds': {
    from: 0,
    to: 3600,
    whole: false,
    otherwise: 2,
    about: 'time over which their joins are spread',
  },
  seed: {
    from: 0,
    to: 0xffff_ffff,
    whole: true,
    otherwise: 1,
    about: 'the same seed gives the same behaviour',
  },
  loss: { from: 0, to: 100, whole: false, otherwise: 0, about: 'datagrams lost each way, percent' },
  'delay-ms': { from: 0, to: 10_000, whole: false, otherwise: 0, about: 'delay each way' },
  'jitter-ms': { from: 0, to: 10_000, whole: false, otherwise: 0, about: 'up to this much more delay' },
  duplicate: { from: 0, to: 100, whole: false, otherwise: 0, about: 'datagrams repeated each way, percent' },
  reorder: { from: 0, to: 100, whole: false, otherwise: 0, about: 'datagrams held back each way, percent' },
  'reorder-ms': { from: 0, to: 10_000, whole: false, otherwise: 20, about: 'how long they are held back' },
} as const satisfies Record<string, NumberFlag>;

const names = [...Object.keys(numberFlags), 'host', 'json', 'help'];

/** `server` is where the bots go unless told otherwise. */
export function parseBotFlags(
  args: readonly string[],
  server: { readonly host: string; readonly port: number },
): ParsedFlags {
  const numbers = Object.fromEntries(
    Object.entries(numberFlags).map(([name, flag]) => [name, flag.otherwise as number]),
  ) as Record<keyof typeof numberFlags, number>;
  numbers.port = server.port;
  let host = server.host;
  let json = false;
  const problems: string[] = [];
  const waiting = [...args];
  for (let word = waiting.shift(); word !== undefined; word = waiting.shift()) {
    const [name, inline] = splitFlag(word);
    if (name === 'help' || word === '-h') return { kind: 'help', text: helpText() };
    if (name === 'json') json = true;
    else if (name === undefined || !names.includes(name)) {
      problems.push(unknownFlag(word, name));
      // What follows was meant as its value.
      if (name !== undefined && inline === undefined && !waiting[0]?.startsWith('-')) waiting.shift();
    } else {
      const value = inline ?? waiting.shift();
      if (value === undefined || value === '') problems.push(`--${name} needs a value`);
      else if (name === 'host') host = value;
      else readNumber(name as keyof typeof numberFlags, value, numbers, problems);
    }
  }
  if (problems.length > 0) return { kind: 'faulty', problems };
  const { players, seconds, port, seed } = numbers;
  const flags = { players, seconds, port, seed, host, json };
  return {
    kind: 'flags',
    flags: {
      ...flags,
      inputHz: numbers['input-hz'],
      rampSeconds: numbers['ramp-seconds'],
      link: linkOf(numbers),
    },
  };
}

function linkOf(numbers: Record<keyof typeof numberFlags, number>): LinkConditions | undefined {
  const { loss, duplicate, reorder } = numbers;
  const [delayMs, jitterMs] = [numbers['delay-ms'], numbers['jitter-ms']];
  if (loss + duplicate + reorder + delayMs + jitterMs === 0) return undefined;
  return {
    ...perfectLink,
    lossRatio: loss / 100,
    duplicateRatio: duplicate / 100,
    reorderRatio: reorder / 100,
    delayMs,
    jitterMs,
    reorderMs: numbers['reorder-ms'],
  };
}

function splitFlag(word: string): [string | undefined, string | undefined] {
  if (!word.startsWith('--')) return [undefined, undefined];
  const equals = word.indexOf('=');
  return equals < 0 ? [word.slice(2), undefined] : [word.slice(2, equals), word.slice(equals + 1)];
}

function readNumber(
  name: keyof typeof numberFlags,
  text: string,
  numbers: Record<keyof typeof numberFlags, number>,
  problems: string[],
): void {
  const { from, to, whole } = numberFlags[name];
  const value = Number(text);
  if (Number.isFinite(value) && value >= from && value <= to && (!whole || Number.isInteger(value))) {
    numbers[name] = value;
  } else {
    problems.push(`--${name} ${text}: must be a ${whole ? 'whole ' : ''}number from ${from} to ${to}`);
  }
}

function unknownFlag(word: string, name: string | undefined): string {
  const meant = name === undefined ? undefined : nearestName(name, names);
  return `${word}: no such flag${meant === undefined ? '; --help lists them' : `; did you mean --${meant}?`}`;
}

function helpText(): string {
  const rows = Object.entries(numberFlags).map(
    ([name, flag]) =>
      `  --${`${name} N`.padEnd(16)} ${flag.about} (${flag.from} to ${flag.to}, default ${flag.otherwise})`,
  );
  return [
    'npm run bots -- [flags]',
    '',
    'Connects bots to a running game server; they walk, fight, pick up and chat, then leave.',
    'Exit code 0: all joined and nothing went wrong; 1: something did; 2: wrong flags.',
    '',
    ...rows,
    `  --${'host NAME'.padEnd(16)} where the game server is (default TOS_HOST or 127.0.0.1)`,
    `  --${'json'.padEnd(16)} the last line of the output is the result as one JSON object`,
    `  --${'help'.padEnd(16)} this text`,
    '',
    'A bad network, made on the side of the bots: --loss 5 --delay-ms 50 --jitter-ms 20 --duplicate 1',
    '',
    'Bots are guests and trust the first key that answers; they are for servers of your own.',
  ].join('\n');
}
