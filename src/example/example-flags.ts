// The command line of `npm run example`.

import { parseCommandLine, type ParsedCommandLine } from '../process/command-line.js';
import { type FlagValues, number, text, wholeNumber } from '../process/flags.js';

const usage = [
  'npm run example -- [host] [port] [name] [seconds]',
  '',
  'A whole client: joins a running game server as a guest, walks in a square, tells what it sees, and leaves.',
];

const flags = {
  host: text('127.0.0.1', 'where the game server is'),
  port: wholeNumber({ from: 1, to: 65_535, otherwise: 7777 }, 'its UDP port'),
  name: text('Ada', 'what the guest is called'),
  seconds: number({ from: 1, to: 86_400, otherwise: 10 }, 'how long it stays'),
};

export type ExampleFlags = FlagValues<typeof flags>;

export function parseExampleFlags(args: readonly string[]): ParsedCommandLine<ExampleFlags> {
  return parseCommandLine({ usage, flags, positions: ['host', 'port', 'name', 'seconds'] }, args);
}
