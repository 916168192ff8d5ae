// The command line of `npm run example`.

import type { ServerNearby } from '../configuration/server-nearby.js';
import { parseCommandLine, type ParsedCommandLine } from '../process/command-line.js';
import { type FlagValues, number, path, text, wholeNumber } from '../process/flags.js';

const usage = [
  'npm run example -- [host] [port] [name] [seconds]',
  '',
  'A whole client: joins a running game server as a guest, walks in a square, tells what it sees, and leaves.',
  'Exit code 0: it was in and left; 1: it could not get in, or was put out; 2: wrong flags or settings.',
];

function exampleFlags({ host, port }: ServerNearby) {
  return {
    host: text(host, 'where the game server is, else TOS_HOST'),
    port: wholeNumber({ from: 1, to: 65_535, otherwise: port }, 'its UDP port, else TOS_UDP_PORT'),
    name: text('Ada', 'what the guest is called'),
    'secret-file': path('.guest-secret', 'keeps the secret to which the name belongs; made if need be'),
    seconds: number({ from: 1, to: 86_400, otherwise: 10 }, 'how long it stays'),
  };
}

export type ExampleFlags = FlagValues<ReturnType<typeof exampleFlags>>;

export function parseExampleFlags(
  args: readonly string[],
  server: ServerNearby,
): ParsedCommandLine<ExampleFlags> {
  const flags = exampleFlags(server);
  const positions = ['host', 'port', 'name', 'seconds'] as const;
  return parseCommandLine({ usage, flags, positions, settingProblems: server.problems }, args);
}
