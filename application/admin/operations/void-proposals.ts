// Proposals that can never be approved, for something has changed since they were made: they end, and say why.

import type { OperatorCommand } from '#ports/admin/operations/command-store.js';
import type { CommandArguments, MovingKind } from '#ports/admin/operations/operator-command.js';
import type { LapseReason } from '#ports/admin/operations/proposal-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { mayDo } from '../access/permissions.js';
import { auditEnds } from './end-commands.js';

export type VoidPorts = Pick<
  AdminPorts,
  'commands' | 'backupChecks' | 'servers' | 'players' | 'accounts' | 'attempts' | 'audit'
>;

/** In one round of reading. */
const lookedAtOnceMax = 100;

/** Run every few seconds, by every replica, so that nobody studies what cannot come to anything. */
export async function lapseVoidProposals(ports: VoidPorts): Promise<void> {
  let afterNumber = 0;
  for (;;) {
    const open = await ports.commands.openProposals({ limit: lookedAtOnceMax, afterNumber });
    for (const command of open) await lapseIfVoid(ports, command);
    if (open.length < lookedAtOnceMax) return;
    afterNumber = open.at(-1)!.number;
  }
}

/** Whether it has ended with that. */
export async function lapseIfVoid(ports: VoidPorts, command: OperatorCommand): Promise<boolean> {
  const reason = await whyVoid(ports, command);
  if (reason === undefined) return false;
  const hasEnded = await ports.commands.lapse(command.id, reason);
  // Of who was erased nothing is kept, here neither.
  if (reason === 'player-erased') await ports.commands.forgetPlayer(playerOf(command));
  if (hasEnded) await auditEnds(ports);
  return hasEnded;
}

/** Judged by what is so now, not by what was when it was proposed. */
async function whyVoid(
  { accounts, servers, players }: VoidPorts,
  { actorId, serverId, target, args }: OperatorCommand,
): Promise<LapseReason | undefined> {
  const proposer = await accounts.find(actorId);
  if (proposer === undefined || proposer.disabled || !mayDo(proposer, 'players:give'))
    return 'proposer-may-not';
  if ((await servers.find(serverId)) === undefined) return 'server-removed';
  const { playerId, characterId, name } = playerOf({ serverId, target, args });
  const player = await players.find(playerId);
  if (player === undefined) return (await players.erasureOf(playerId)) ? 'player-erased' : 'player-gone';
  // Whom the proposer meant: the server does nothing to another character either.
  const isSame = player.serverId === serverId && player.characterId === characterId && player.name === name;
  return isSame ? undefined : 'player-gone';
}

function playerOf({ serverId, target, args }: Pick<OperatorCommand, 'serverId' | 'target' | 'args'>) {
  const { characterId, name } = args as CommandArguments[MovingKind];
  return { playerId: target.slice('player:'.length), serverId, characterId, name };
}
