// Answers with what the last ticks did with their time. Changes nothing.

import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import { tracedSeconds } from '../../telemetry/answer-ticks.js';
import type { ServerCommand } from './command-definition.js';

export const ticks: ServerCommand<CommandArguments['ticks']> = {
  where: 'server',
  read({ seconds }) {
    const isAllowed =
      Number.isSafeInteger(seconds) &&
      (seconds as number) >= tracedSeconds.min &&
      (seconds as number) <= tracedSeconds.max;
    return isAllowed ? { seconds: seconds as number } : undefined;
  },
  apply: (server, query) => ({ outcome: 'applied', players: 0, document: server.tellTicks(query) }),
};
