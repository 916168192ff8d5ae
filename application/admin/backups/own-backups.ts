// Backups of the admin API's own database: listed, made, read back. Making and reading back take a while: who asks is told
// that it has begun, and sees in the list how it goes on; its end is in the audit log.

import { ownBackups, type BackupCheck } from '#ports/admin/backups/backup-check-store.js';
import type {
  BackupDesk,
  BackupTask,
  MakeResult,
  ToldBackups,
  VerifyResult,
} from '#ports/backups/backup-desk.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { recordAudit } from '../audit/record-audit.js';
import { accountLimit } from '../operations/give-command.js';
import { foundWords } from '../operations/keep-backup-answer.js';

export interface BackupsSeen {
  /** Undefined: none are made. */
  readonly told: ToldBackups | undefined;
  readonly checks: readonly BackupCheck[];
}

export type BeginResult =
  | { readonly ok: true; readonly seen: BackupsSeen }
  | { readonly ok: false; readonly reason: 'backups-off' | 'backup-busy' | 'unknown-backup' }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Ports = Pick<AdminPorts, 'backups' | 'backupChecks' | 'attempts' | 'audit' | 'clock'>;

const target = 'backups:admin';

export async function readOwnBackups({
  backups,
  backupChecks,
}: Pick<AdminPorts, 'backups' | 'backupChecks'>): Promise<BackupsSeen> {
  const told = await backups?.tell();
  return { told, checks: told === undefined ? [] : await backupChecks.about(ownBackups) };
}

export async function makeOwnBackup(ports: Ports, caller: Caller): Promise<BeginResult> {
  return begin(ports, caller, { task: 'make' }, (desk, end) => {
    void desk.make((result: MakeResult) => {
      if (!result.ok) return end('refused', { reason: result.reason, words: result.words });
      const { name, storedBytes } = result.made;
      return end('done', { name, storedBytes });
    });
  });
}

export async function verifyOwnBackup(ports: Ports, caller: Caller, name: string): Promise<BeginResult> {
  return begin(ports, caller, { task: 'verify', name }, (desk, end) => {
    void desk.verify(name, async (result: VerifyResult) => {
      if (!result.ok) return end('refused', { name, reason: result.reason, words: result.words });
      const { fault, words } = result;
      const actorName = caller.account.name;
      await ports.backupChecks.keep({ of: ownBackups, name, fault, words, actorName });
      return end('done', foundWords(result));
    });
  });
}

type Refusal = Extract<BeginResult, { ok: false }>;
type End = (outcome: 'done' | 'refused', details: Readonly<Record<string, unknown>>) => Promise<void>;

async function begin(
  ports: Ports,
  caller: Caller,
  { task, name }: { readonly task: BackupTask; readonly name?: string },
  start: (desk: BackupDesk, end: End) => void,
): Promise<BeginResult> {
  const act = { action: `backup.${task}`, target };
  const seen = await readOwnBackups(ports);
  const lockedOut = await lockedOutBy(ports, caller);
  const { backups: desk } = ports;
  const refusal = lockedOut ?? refusalOf(seen, desk, name);
  if (refusal !== undefined || desk === undefined) {
    const { reason } = refusal!;
    const details = { reason, ...(name !== undefined && { name }) };
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details });
    return refusal!;
  }
  const details = { state: 'begun', ...(name !== undefined && { name }) };
  // Begun before anything is awaited: of two who ask at once one is told that it is busy. Its end is written down second.
  const { promise: begun, resolve } = Promise.withResolvers<void>();
  start(desk, async (outcome, details) => {
    await begun;
    await recordAudit(ports, caller, { ...act, outcome, details: { state: 'ended', ...details } });
  });
  await recordAudit(ports, caller, { ...act, outcome: 'done', details }).finally(resolve);
  return { ok: true, seen: await readOwnBackups(ports) };
}

function refusalOf(
  { told }: BackupsSeen,
  desk: BackupDesk | undefined,
  name: string | undefined,
): Refusal | undefined {
  if (told === undefined || desk === undefined) return { ok: false, reason: 'backups-off' };
  if (desk.work !== undefined) return { ok: false, reason: 'backup-busy' };
  // Of a list that is cut off, or that could not be had, reading it back will say.
  const isListed = told.backups.some((backup) => backup.name === name);
  const isWhole = told.unlisted === undefined && told.backups.length === told.total;
  return name !== undefined && isWhole && !isListed ? { ok: false, reason: 'unknown-backup' } : undefined;
}

async function lockedOutBy(
  { attempts, clock }: Pick<AdminPorts, 'attempts' | 'clock'>,
  { account }: Caller,
): Promise<Refusal | undefined> {
  const tries = [{ key: `backup:${account.id}`, limit: accountLimit }];
  const lockedMs = await attempts.count(tries, clock.unixMs());
  if (lockedMs === 0) return undefined;
  return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
}
