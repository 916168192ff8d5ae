// Switches a verb of the economy off or on: orders of it that wait for the tick are refused already, as all that follow.

import { isSwitchableVerb } from '#domain/ledger/switchable-verbs.js';
import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import { applied, type TickCommand } from './command-definition.js';

export const verbSwitch: TickCommand<CommandArguments['verbSwitch']> = {
  where: 'tick',
  read({ verb, isOpen }) {
    return isSwitchableVerb(verb) && typeof isOpen === 'boolean' ? { verb, isOpen } : undefined;
  },
  note: (server, args) => server.switches.note(args),
  apply: (simulation, { verb, isOpen }) => applied(simulation.switchVerb(verb, isOpen)),
};
