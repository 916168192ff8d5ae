// Closes the server to newcomers and empties it in time; and takes that back.

import {
  drainEnds,
  drainTextBytesMax,
  graceSecondsMax,
  type CommandArguments,
  type DrainEnd,
} from '#ports/admin/operations/operator-command.js';
import type { ServerCommand } from './command-definition.js';
import { maybeSpokenText } from '../arguments/spoken-text.js';

export const drain: ServerCommand<CommandArguments['drain']> = {
  where: 'server',
  read({ graceSeconds, then, text }) {
    const told = maybeSpokenText(text, drainTextBytesMax);
    const isGrace = typeof graceSeconds === 'number' && graceSeconds >= 0 && graceSeconds <= graceSecondsMax;
    if (!isGrace || told === undefined || !drainEnds.includes(then as DrainEnd)) return undefined;
    return { graceSeconds, then: then as DrainEnd, text: told };
  },
  apply: (server, args) => server.drain.begin(args),
};

export const reopen: ServerCommand<CommandArguments['reopen']> = {
  where: 'server',
  read: () => ({}),
  apply: (server) => server.drain.reopen(),
};
