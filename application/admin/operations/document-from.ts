// For who asks a game server for a document: the command is given, its end waited for, its document handed over.

import type { CommandRefusal } from '#ports/admin/operations/operator-command.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { endOfCommand } from './await-command.js';
import type { GiveCommandResult } from './give-command.js';

export type DocumentResult =
  | { readonly ok: true; readonly document: string }
  | { readonly ok: false; readonly reason: 'server-away' | 'character-not-there' | 'unfit-answer' }
  | Extract<GiveCommandResult, { ok: false }>;

export async function documentFrom(
  ports: Pick<AdminPorts, 'commands' | 'pauses'>,
  given: GiveCommandResult,
): Promise<DocumentResult> {
  return documentOrRefusal<never>(ports, given, []);
}

/** `passed`: refusals of the server that whoever asks is told as they are. */
export async function documentOrRefusal<Passed extends CommandRefusal>(
  ports: Pick<AdminPorts, 'commands' | 'pauses'>,
  given: GiveCommandResult,
  passed: readonly Passed[],
): Promise<DocumentResult | { readonly ok: false; readonly reason: Passed }> {
  if (!given.ok) return given;
  const ended = await endOfCommand(ports, given.command.id);
  if (ended?.refusal === 'not-here') return { ok: false, reason: 'character-not-there' };
  const refusal = passed.find((reason) => reason === ended?.refusal);
  if (refusal !== undefined) return { ok: false, reason: refusal };
  const document = ended?.state === 'applied' ? await ports.commands.takeDocument(ended.id) : undefined;
  return document === undefined ? { ok: false, reason: 'server-away' } : { ok: true, document };
}
