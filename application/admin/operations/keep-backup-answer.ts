// What a game server answered about a backup that it made, or read back: kept with who asked for it, and for the audit log.

import { backupFaults, backupWordsMax, type BackupFinding } from '#ports/backups/backup-desk.js';
import { backupNamePattern, type BackupRecord } from '#ports/backups/backup-vault.js';
import type { OperatorCommand } from '#ports/admin/operations/command-store.js';
import type { AdminPorts } from '../access/admin-ports.js';

/** For the entry of the command's end; nothing of other kinds, and of an answer that is none. */
export async function keepBackupAnswer(
  ports: Pick<AdminPorts, 'commands' | 'backupChecks'>,
  { id, kind, state, serverId, actorName }: OperatorCommand,
): Promise<Readonly<Record<string, unknown>>> {
  if (state !== 'applied' || (kind !== 'makeBackup' && kind !== 'verifyBackup')) return {};
  const document = await ports.commands.takeDocument(id);
  const answer = document === undefined ? undefined : readAnswer(document);
  if (answer === undefined) return {};
  const { name } = answer;
  if (kind === 'makeBackup') return { name, storedBytes: Number(answer['storedBytes']) };
  const found = findingOf(name, answer);
  await ports.backupChecks.keep({ ...found, of: serverId, actorName });
  return { ...foundWords(found) };
}

/** For the audit log. */
export function foundWords({ name, fault, words }: BackupFinding): Readonly<Record<string, unknown>> {
  return { name, found: fault ?? 'well', ...(fault !== undefined && { words }) };
}

type Answer = Pick<BackupRecord, 'name'> & Readonly<Record<string, unknown>>;

/** A server of another version may say anything. */
function readAnswer(document: string): Answer | undefined {
  try {
    const answer = JSON.parse(document) as Answer | null;
    return backupNamePattern.test(String(answer?.name)) ? answer! : undefined;
  } catch {
    return undefined;
  }
}

function findingOf(name: string, { fault, words }: Answer): BackupFinding {
  const known = backupFaults.find((one) => one === fault);
  // What this version has no word for is not well, whatever it is.
  const read = known ?? (fault === undefined ? undefined : 'damaged');
  const said =
    typeof words === 'string' ? words.toWellFormed().replaceAll('\0', '').slice(0, backupWordsMax) : '';
  return { name, fault: read, words: said };
}
