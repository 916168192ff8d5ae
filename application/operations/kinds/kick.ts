// Ends a player's session.

import { kickMessageBytesMax, type CommandArguments } from '#ports/admin/operations/operator-command.js';
import { applied, refused, type TickCommand } from './command-definition.js';
import { characterNamed } from '../arguments/named-character.js';
import { maybeSpokenText } from '../arguments/spoken-text.js';

/** What the player is told when the operator says nothing. */
const plainMessage = 'an operator ended your session';

export const kick: TickCommand<CommandArguments['kick']> = {
  where: 'tick',
  read({ characterId, name, message }) {
    const told = maybeSpokenText(message, kickMessageBytesMax);
    const whom = characterNamed({ characterId, name });
    return whom === undefined || told === undefined ? undefined : { ...whom, message: told };
  },
  apply(simulation, { characterId, name, message }) {
    const isGone = simulation.kickCharacter(name, characterId, message || plainMessage);
    return isGone ? applied(1) : refused('not-here');
  },
};
