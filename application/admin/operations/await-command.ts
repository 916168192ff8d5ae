// For who asks a game server about a player and waits for the answer: whether it is there at all, and how the command ended.

import type { OperatorCommand } from '#ports/admin/operations/command-store.js';
import { isAudited, type CommandKind } from '#ports/admin/operations/operator-command.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { serverStatus } from '../liveness/server-status.js';

/** A server that is there answers within a second; one that reads a large journal, or that cannot store, takes a few. */
const patienceMs = 12_000;
const lookEveryMs = 100;

/** The refusal is in the audit log then. */
export async function isServerAway(
  ports: Pick<AdminPorts, 'servers' | 'audit' | 'clock'>,
  caller: Caller,
  { target, serverId }: { readonly target: string; readonly serverId: string },
  kind: CommandKind,
): Promise<boolean> {
  const server = await ports.servers.find(serverId);
  if (server && serverStatus(server, ports.clock.unixMs()) !== 'offline') return false;
  const details = { reason: 'server-away' };
  const act = { action: `command.${kind}`, outcome: 'refused', target, details } as const;
  if (isAudited(kind)) await recordAudit(ports, caller, act);
  return true;
}

/** Undefined when it did not end in time. */
export async function endOfCommand(
  { commands, pauses }: Pick<AdminPorts, 'commands' | 'pauses'>,
  id: string,
): Promise<OperatorCommand | undefined> {
  let wake: (() => void) | undefined;
  // The change is told sooner than it is looked for; it may be told before anybody waits, or by nobody.
  let isNews = false;
  let isLate = false;
  void pauses.deadline(patienceMs).then(() => {
    isLate = true;
    wake?.();
  });
  const leave = commands.watch((change) => {
    if (change !== undefined && change.id !== id) return;
    isNews = true;
    wake?.();
  });
  try {
    while (!isLate) {
      isNews = false;
      const command = await commands.find(id);
      if (command?.endedAtUnixMs !== undefined) return command;
      if (isNews) continue;
      await Promise.race([new Promise<void>((resolve) => (wake = resolve)), pauses.pause(lookEveryMs)]);
    }
    return undefined;
  } finally {
    leave();
  }
}
