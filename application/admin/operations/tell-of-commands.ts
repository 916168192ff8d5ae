// Operators see the state of commands change, whichever replica changed it. Who missed some asks for the list.

import type { CommandChange } from '#ports/admin/operations/command-store.js';
import type { AdminPorts } from '../access/admin-ports.js';

export async function tellOfCommand(
  { commands, live, clock }: Pick<AdminPorts, 'commands' | 'live' | 'clock'>,
  change: NonNullable<CommandChange>,
): Promise<void> {
  const command = await commands.find(change.id);
  if (!command) return;
  const { id, serverId, kind, target, state, refusal, players } = command;
  live.publish({
    ...{ type: 'command', atUnixMs: clock.unixMs(), commandId: id, serverId, kind, target, state },
    ...{ refusal: refusal ?? null, players: players ?? null },
  });
}
