// Erases a character: whatever it owns, its letters and listings, and who it is. Done twice it is done.

import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import { applied, refused, type ServerCommand } from './command-definition.js';
import { characterNamed } from '../arguments/named-character.js';

export const eraseCharacter: ServerCommand<CommandArguments['erase']> = {
  where: 'server',
  read: characterNamed,
  async apply(server, args) {
    switch (await server.eraseCharacter(args)) {
      case 'erased':
        return applied(1);
      case 'not-here':
        return refused('not-here');
      case 'unfinished':
        return refused('unfinished');
    }
  },
  inTick: (simulation, { name, characterId }) =>
    simulation.eraseCharacter(name, characterId) ? applied(1) : refused('unfinished'),
};
