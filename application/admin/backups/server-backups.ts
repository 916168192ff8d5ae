// Backups of a game server, which alone has them and their key: it is asked what it has, and told to make one, or to read one
// back.

import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { isServerAway } from '../operations/await-command.js';
import { documentFrom, type DocumentResult } from '../operations/document-from.js';
import { commandServer, type GiveCommandResult } from '../operations/give-command.js';
import type { BackupsSeen } from './own-backups.js';
import { readTold } from './read-told.js';

export type ReadServerBackupsResult =
  { readonly ok: true; readonly seen: BackupsSeen } | Extract<DocumentResult, { ok: false }>;
export type ServerBackupResult = GiveCommandResult | { readonly ok: false; readonly reason: 'server-away' };

type Ports = Pick<
  AdminPorts,
  'commands' | 'backupChecks' | 'servers' | 'players' | 'attempts' | 'audit' | 'mint' | 'clock' | 'pauses'
>;

export async function readServerBackups(
  ports: Ports,
  caller: Caller,
  serverId: string,
): Promise<ReadServerBackupsResult> {
  const refusal = await refusalOf(ports, caller, serverId, 'backups');
  if (refusal !== undefined) return refusal;
  const wish = { kind: 'backups', args: {}, reason: 'read' } as const;
  const answer = await documentFrom(ports, await commandServer(ports, caller, serverId, wish));
  if (!answer.ok) return answer;
  const told = readTold(answer.document);
  if (told === undefined) return { ok: false, reason: 'server-away' };
  // Read afterwards: what was found by the time of the list is in it.
  return { ok: true, seen: { told: told ?? undefined, checks: await ports.backupChecks.about(serverId) } };
}

/** One that is away would make it whenever it is back, when nobody means it any more. */
export async function makeServerBackup(
  ports: Ports,
  caller: Caller,
  serverId: string,
): Promise<ServerBackupResult> {
  const refusal = await refusalOf(ports, caller, serverId, 'makeBackup');
  const wish = { kind: 'makeBackup', args: {}, reason: '' } as const;
  return refusal ?? commandServer(ports, caller, serverId, wish);
}

export async function verifyServerBackup(
  ports: Ports,
  caller: Caller,
  serverId: string,
  name: string,
): Promise<ServerBackupResult> {
  const refusal = await refusalOf(ports, caller, serverId, 'verifyBackup');
  const wish = { kind: 'verifyBackup', args: { name }, reason: '' } as const;
  return refusal ?? commandServer(ports, caller, serverId, wish);
}

async function refusalOf(
  ports: Pick<AdminPorts, 'servers' | 'audit' | 'clock'>,
  caller: Caller,
  serverId: string,
  kind: 'backups' | 'makeBackup' | 'verifyBackup',
): Promise<{ readonly ok: false; readonly reason: 'unknown-server' | 'server-away' } | undefined> {
  if (!(await ports.servers.find(serverId))) return { ok: false, reason: 'unknown-server' };
  const isAway = await isServerAway(ports, caller, { target: `server:${serverId}`, serverId }, kind);
  return isAway ? { ok: false, reason: 'server-away' } : undefined;
}
