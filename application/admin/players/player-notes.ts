// Operators write notes about players, for colleagues. What was written stays as it is; its writer takes it away, and who
// may do more takes away others'.

import type { NoteStore, PlayerNote } from '#ports/admin/players/note-store.js';
import type { AdminPorts } from '../access/admin-ports.js';
import { callerMay, type Caller } from '../access/caller.js';
import { recordAudit, type AuditedAct } from '../audit/record-audit.js';
import { accountLimit } from '../operations/give-command.js';

export type NoteResult =
  | { readonly ok: true; readonly note: PlayerNote }
  | {
      readonly ok: false;
      readonly reason:
        'unknown-player' | 'player-without-character' | 'too-many-notes' | 'unknown-note' | 'note-of-another';
    }
  | { readonly ok: false; readonly reason: 'locked-out'; readonly retryAfterSeconds: number };

type Ports = Pick<AdminPorts, 'players' | 'notes' | 'attempts' | 'audit' | 'mint' | 'clock'>;

export async function writeNote(
  ports: Ports,
  caller: Caller,
  playerId: string,
  text: string,
): Promise<NoteResult> {
  const player = await ports.players.find(playerId);
  if (player === undefined) return { ok: false, reason: 'unknown-player' };
  const { serverId, characterId } = player;
  if (characterId === undefined) return { ok: false, reason: 'player-without-character' };
  const act = { action: 'player.note', target: `player:${playerId}` };
  const lockedOut = await refusalOf(ports, caller, act);
  if (lockedOut !== undefined) return lockedOut;
  const { id: actorId, name: actorName } = caller.account;
  const note = await ports.notes.add({
    ...{ id: ports.mint.uuid(), serverId, characterId, text, actorId, actorName },
  });
  if (note === undefined) {
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { reason: 'too-many-notes' } });
    return { ok: false, reason: 'too-many-notes' };
  }
  // Erased, or gone with its server, since it was looked up: what was forgotten with it is this note, too.
  if ((await ports.players.find(playerId)) === undefined) {
    await ports.notes.remove(note.id);
    return { ok: false, reason: 'unknown-player' };
  }
  // Not its words: they go with the player, or when they are taken away.
  await recordAudit(ports, caller, { ...act, outcome: 'done', details: { note: note.id } });
  return { ok: true, note };
}

/** Undefined when there is no such player; of one that no server knows, none. */
export async function listNotes(
  { players, notes }: Pick<AdminPorts, 'players'> & { readonly notes: Pick<NoteStore, 'about'> },
  playerId: string,
): Promise<readonly PlayerNote[] | undefined> {
  const player = await players.find(playerId);
  if (player === undefined) return undefined;
  const { serverId, characterId } = player;
  return characterId === undefined ? [] : notes.about(serverId, characterId);
}

export async function removeNote(ports: Ports, caller: Caller, noteId: string): Promise<NoteResult> {
  const found = await ports.notes.find(noteId);
  if (found === undefined) return { ok: false, reason: 'unknown-note' };
  const player = await ports.players.findCharacter(found.serverId, found.characterId);
  const target = player === undefined ? `note:${noteId}` : `player:${player.id}`;
  const act = { action: 'player.unnote', target };
  const lockedOut = await refusalOf(ports, caller, act);
  if (lockedOut !== undefined) return lockedOut;
  const { id } = caller.account;
  const details = { note: noteId, by: found.actorName };
  if (found.actorId !== id && !callerMay(caller, 'players:unnote')) {
    const why = { ...details, reason: 'note-of-another' };
    await recordAudit(ports, caller, { ...act, outcome: 'refused', details: why });
    return { ok: false, reason: 'note-of-another' };
  }
  const note = await ports.notes.remove(noteId);
  if (note === undefined) return { ok: false, reason: 'unknown-note' };
  await recordAudit(ports, caller, { ...act, outcome: 'done', details });
  return { ok: true, note };
}

/** Writing and taking away in turns would bury the audit log. */
async function refusalOf(
  ports: Pick<AdminPorts, 'attempts' | 'audit' | 'clock'>,
  caller: Caller,
  act: Pick<AuditedAct, 'action' | 'target'>,
): Promise<Extract<NoteResult, { reason: 'locked-out' }> | undefined> {
  const tries = [{ key: `note:${caller.account.id}`, limit: accountLimit }];
  const lockedMs = await ports.attempts.count(tries, ports.clock.unixMs());
  if (lockedMs === 0) return undefined;
  await recordAudit(ports, caller, { ...act, outcome: 'refused', details: { reason: 'locked-out' } });
  return { ok: false, reason: 'locked-out', retryAfterSeconds: Math.ceil(lockedMs / 1000) };
}
