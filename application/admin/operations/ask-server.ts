// For who asks a game server about itself: whether there is one and it answers, and then its document.

import type { CommandArguments } from '#ports/admin/operations/operator-command.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { isServerAway } from './await-command.js';
import { documentFrom, type DocumentResult } from './document-from.js';
import { commandServer } from './give-command.js';

export type AskedPorts = Pick<
  AdminPorts,
  'commands' | 'servers' | 'players' | 'attempts' | 'audit' | 'mint' | 'clock' | 'pauses'
>;
export type NotAnswered = Extract<DocumentResult, { ok: false }>;

/** A kind that changes nothing. */
export async function askServer<Kind extends 'economy' | 'gains' | 'ticks'>(
  ports: AskedPorts,
  caller: Caller,
  serverId: string,
  kind: Kind,
  args: CommandArguments[Kind],
): Promise<DocumentResult> {
  if (!(await ports.servers.find(serverId))) return { ok: false, reason: 'unknown-server' };
  const target = `server:${serverId}`;
  if (await isServerAway(ports, caller, { target, serverId }, kind))
    return { ok: false, reason: 'server-away' };
  return documentFrom(ports, await commandServer(ports, caller, serverId, { kind, args, reason: 'read' }));
}
