// Tells everybody on the server.

import { chatBytesMax } from '#domain/chat/chat-text.js';
import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import { applied, type TickCommand } from './command-definition.js';
import { spokenText } from '../arguments/spoken-text.js';

export const broadcast: TickCommand<CommandArguments['broadcast']> = {
  where: 'tick',
  read({ text }) {
    const said = spokenText(text, chatBytesMax);
    return said === undefined ? undefined : { text: said };
  },
  apply: (simulation, { text }) => applied(simulation.announce(text)),
};
