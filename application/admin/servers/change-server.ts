// What an operator decides about a game server: where players reach it, and that it is no more. And what the machine on
// which admin API and game server start together may say: its configuration is the operator's word.

import {
  isSameAddress,
  type RegisteredServer,
  type ServerAddress,
} from '#ports/admin/servers/server-registry.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';

export type ChangeServerResult =
  | { readonly ok: true; readonly server: RegisteredServer }
  | { readonly ok: false; readonly reason: 'unknown-server' };

/** The server says so itself with its next try to register, if it is not there yet. */
export async function setServerAddress(
  ports: Pick<AdminPorts, 'servers' | 'audit' | 'clock'>,
  caller: Caller,
  id: string,
  address: ServerAddress,
): Promise<ChangeServerResult> {
  const before = await ports.servers.setAddress(id, address);
  if (!before) return { ok: false, reason: 'unknown-server' };
  const details = { before: addressOf(before), after: address };
  await recordAudit(ports, caller, {
    action: 'server.address',
    outcome: 'done',
    target: `server:${id}`,
    details,
  });
  return { ok: true, server: { ...before, ...address, pendingAddress: undefined } };
}

/**
 * With all that it reported, who played there, and what operators wanted of it that it has not fetched. One that still runs
 * registers anew, as one never seen before, and tells of its players again.
 */
export async function removeServer(
  ports: Pick<
    AdminPorts,
    | 'servers'
    | 'players'
    | 'notes'
    | 'reports'
    | 'backupChecks'
    | 'commands'
    | 'history'
    | 'live'
    | 'audit'
    | 'clock'
  >,
  caller: Caller,
  id: string,
): Promise<ChangeServerResult> {
  const isListed = (await ports.servers.find(id)) !== undefined;
  // Before it is gone from the list: what breaks off can be done again. And after, for what it told in between: where that
  // breaks off the server is not listed any more, and removing it once more ends it.
  await forgetServer(ports, id);
  const server = isListed ? await ports.servers.remove(id) : undefined;
  if (!server) return { ok: false, reason: 'unknown-server' };
  const atUnixMs = ports.clock.unixMs();
  const { name, publicKey, lastSeenAtUnixMs } = server;
  const details = { name, publicKey, ...addressOf(server), lastSeenAtUnixMs };
  await recordAudit(ports, caller, {
    action: 'server.remove',
    outcome: 'done',
    target: `server:${id}`,
    details,
  });
  ports.live.publish({ type: 'server', serverId: id, name: server.name, status: 'offline', atUnixMs });
  await forgetServer(ports, id);
  return { ok: true, server };
}

/** What is known of a server, but for its registration. */
export async function forgetServer(
  ports: Pick<AdminPorts, 'players' | 'notes' | 'reports' | 'backupChecks' | 'commands' | 'history' | 'live'>,
  id: string,
): Promise<void> {
  await ports.commands.endQueued(id);
  await ports.players.removeServer(id);
  await ports.notes.removeServer(id);
  await ports.reports.removeServer(id);
  await ports.backupChecks.forget(id);
  ports.live.forgetPlayers(id);
  await ports.history.removeServer(id);
}

export interface ServerClaim extends ServerAddress {
  readonly serverId: string;
  readonly publicKey: string;
}

/** Only for a server whose key is known: who it is, it must still prove. */
export async function vouchForAddress(
  ports: Pick<AdminPorts, 'servers' | 'audit' | 'clock'>,
  claim: ServerClaim,
): Promise<void> {
  const { serverId, publicKey, host, udpPort } = claim;
  const known = await ports.servers.find(serverId);
  if (known?.publicKey !== publicKey || isSameAddress(known, claim)) return;
  const before = await ports.servers.setAddress(serverId, { host, udpPort });
  // Removed meanwhile.
  if (before === undefined) return;
  await ports.audit.append({
    atUnixMs: ports.clock.unixMs(),
    actorId: undefined,
    actorName: 'configuration of this machine',
    action: 'server.address',
    outcome: 'done',
    target: `server:${serverId}`,
    details: { before: addressOf(before), after: { host, udpPort } },
    address: '',
    requestId: '',
  });
}

function addressOf({ host, udpPort }: ServerAddress): ServerAddress {
  return { host, udpPort };
}
