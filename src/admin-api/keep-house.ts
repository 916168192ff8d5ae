// What the admin API does again and again, whether anybody asks or not.

import type { AdminPorts } from '#application/admin/access/admin-ports.js';
import type { QuietAuditLog } from '#application/admin/audit/quiet-audit-log.js';
import { endOverdueCommands } from '#application/admin/operations/end-commands.js';
import type { OpenProposals } from '#application/admin/operations/open-proposals.js';
import { tendHistory } from '#application/admin/monitoring/history-kept.js';
import { forgetOld } from '#application/admin/forget-old.js';
import { noticeLostServers, type KnownStatuses } from '#application/admin/servers/notice-lost-servers.js';
import { forgetUsedPassword } from '#application/admin/accounts/prepare-first-start.js';
import { announceIssuer, announceIssuerMs } from '#application/admin/tokens/token-issuers.js';
import type { PendingPassword } from '#ports/storage/pending-password.js';
import type { Clock } from '#ports/system/clock.js';
import type { Log } from '#ports/system/log.js';
import type { Undo } from '../process/undo.js';
import { repeat } from '#adapters/system/repeat.js';

const lookForLostServersMs = 2_000;
const endCommandsMs = 1_000;
const judgeProposalsMs = 15_000;
const forgetOldMs = 5 * 60_000;
const tendHistoryMs = 60_000;
const writeCountedMs = 60_000;
const forgetPasswordMs = 5_000;

export interface House {
  readonly ports: AdminPorts & { readonly audit: QuietAuditLog };
  readonly auditDays: number;
  /** The first password, while it waits to be used. */
  readonly pending: PendingPassword | undefined;
  readonly proposals: OpenProposals;
  readonly log: Log;
  readonly clock: Clock;
}

export function keepHouse({ ports, auditDays, pending, proposals, log, clock }: House, undo: Undo): void {
  const often = (name: string, everyMs: number, work: () => Promise<void>): void => {
    undo.push(repeat({ name, everyMs, work }, log));
  };
  const statuses: KnownStatuses = new Map();
  often('looking for lost servers', lookForLostServersMs, () => noticeLostServers(ports, statuses));
  often('ending commands that nobody took', endCommandsMs, () => endOverdueCommands(ports));
  often('ending proposals that nobody can approve', judgeProposalsMs, () => proposals.look(ports));
  often('announcing the key of connect tokens', announceIssuerMs, () => announceIssuer(ports));
  often('removing what is old', forgetOldMs, () => forgetOld(ports, { auditDays }));
  often('summing up what servers measured', tendHistoryMs, () => tendHistory(ports));
  often('writing what the audit log counted', writeCountedMs, () => ports.audit.flush(clock.unixMs()));
  if (pending === undefined) return;
  often('removing the first password once it was used', forgetPasswordMs, () =>
    forgetUsedPassword(ports, pending),
  );
}
