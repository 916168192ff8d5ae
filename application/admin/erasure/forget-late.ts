// An erasure while an operator acts on the same player: the player was looked up before, and what the act wrote down of it came
// after everything was forgotten.

import type { DirectoryPlayer } from '#ports/admin/players/player-directory.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { hasOrder } from './erasure-orders.js';

/**
 * Asked after an act. Whether its player was erased by somebody's order since it was looked up; commands and audit log have
 * forgotten who it was then, and what else the act wrote is for its writer to take away.
 */
export async function wasErasedMeanwhile(
  ports: Pick<AdminPorts, 'players' | 'commands' | 'audit'>,
  { id, serverId, characterId, accountId, name }: DirectoryPlayer,
): Promise<boolean> {
  const { players, commands, audit } = ports;
  if (characterId === undefined || (await players.find(id)) !== undefined) return false;
  // By an earlier id, perhaps, of which the directory remembers nothing here; and orders have no name any more.
  if (!(await hasOrder(ports, { playerId: id, serverId, characterId }))) return false;
  const player = { playerId: id, serverId, characterId, accountId, name };
  await commands.forgetPlayer(player);
  await audit.forgetPlayer(player);
  return true;
}
