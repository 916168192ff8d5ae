// Answers with all that is stored of a character. Changes nothing.

import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import { refused, type ServerCommand } from './command-definition.js';
import { characterNamed } from '../arguments/named-character.js';

export const exportCharacter: ServerCommand<CommandArguments['export']> = {
  where: 'server',
  read: characterNamed,
  async apply(server, args) {
    const document = await server.exportCharacter(args);
    return document === undefined ? refused('not-here') : { outcome: 'applied', players: 1, document };
  },
};
