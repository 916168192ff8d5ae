// Gives a character what it had before an entry of the journal, or says what that would change.

import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import { characterNamed } from '../arguments/named-character.js';
import { refused, type ServerCommand } from './command-definition.js';

export const restore: ServerCommand<CommandArguments['restore']> = {
  where: 'server',
  movesPossessions: true,
  read: characterBefore,
  apply: (server, args) => server.restoreCharacter(args),
  inTick: ({ hands }, whom, facts) =>
    facts === undefined ? hands.makeWay(whom) : hands.restore(whom, facts),
};

export const restorePreview: ServerCommand<CommandArguments['restorePreview']> = {
  where: 'server',
  read: characterBefore,
  async apply(server, args) {
    const told = await server.tellRestore(args);
    return 'refusal' in told ? refused(told.refusal) : { outcome: 'applied', players: 1, ...told };
  },
};

function characterBefore(args: Readonly<Record<string, unknown>>): CommandArguments['restore'] | undefined {
  const whom = characterNamed(args);
  const { before } = args;
  if (whom === undefined || !Number.isSafeInteger(before) || (before as number) < 1) return undefined;
  return { ...whom, before: before as number };
}
