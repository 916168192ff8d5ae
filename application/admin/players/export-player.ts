// All that both databases hold of one player, as one document: what the admin API keeps, and what the character's game
// server answers to an operator's command. See docs/personal-data.md.

import type { OperatorCommand } from '#ports/admin/operations/command-store.js';
import type { Sanction } from '#ports/admin/players/sanction-store.js';
import type { FiledReport } from '#ports/admin/reports/report-store.js';
import type { PlayerNote } from '#ports/admin/players/note-store.js';
import type { AuditQuestion, StoredAuditEntry } from '#ports/admin/audit/audit-log.js';
import type { AdminPorts } from '../access/admin-ports.js';
import type { Caller } from '../access/caller.js';
import { commandPlayer, type GiveCommandResult } from '../operations/give-command.js';
import { endOfCommand, isServerAway } from '../operations/await-command.js';
import { listNotes } from './player-notes.js';
import { listSanctions } from './serve-sanctions.js';
import { findPlayer, type ListedPlayer } from './list-players.js';

export interface PlayerExport {
  readonly atUnixMs: number;
  readonly player: ListedPlayer;
  /** Newest first; about the player. */
  readonly audit: readonly StoredAuditEntry[];
  readonly commands: readonly OperatorCommand[];
  readonly sanctions: readonly Sanction[];
  readonly notes: readonly PlayerNote[];
  /** That it made, and that are about it: without who else has a part in them, and what that one said. */
  readonly reports: readonly OwnReport[];
  /** As the game server answered. */
  readonly game: unknown;
}

export type ExportPlayerResult =
  | { readonly ok: true; readonly exported: PlayerExport }
  | { readonly ok: false; readonly reason: 'server-away' | 'character-not-there' }
  | Extract<GiveCommandResult, { ok: false }>;

type Ports = Pick<
  AdminPorts,
  | 'commands'
  | 'sanctions'
  | 'notes'
  | 'reports'
  | 'servers'
  | 'players'
  | 'attempts'
  | 'audit'
  | 'mint'
  | 'clock'
  | 'pauses'
>;

const auditMax = 1_000;
const commandsMax = 200;
/** Of each side. */
const reportsMax = 100;

export async function exportPlayer(
  ports: Ports,
  caller: Caller,
  playerId: string,
): Promise<ExportPlayerResult> {
  const player = await findPlayer(ports, playerId);
  if (!player) return { ok: false, reason: 'unknown-player' };
  const about = { target: `player:${playerId}`, serverId: player.serverId };
  if (await isServerAway(ports, caller, about, 'export')) return { ok: false, reason: 'server-away' };
  const given = await commandPlayer(ports, caller, playerId, { kind: 'export', reason: 'export', more: {} });
  if (!given.ok) return given;
  const ended = await endOfCommand(ports, given.command.id);
  if (ended?.refusal === 'not-here') return { ok: false, reason: 'character-not-there' };
  const document = ended?.state === 'applied' ? await ports.commands.takeDocument(ended.id) : undefined;
  if (document === undefined) return { ok: false, reason: 'server-away' };
  const { characterId, serverId, accountId, name } = player;
  // Under earlier ids, too, and connect tokens; who has not played since servers number characters has only this id.
  const asked =
    characterId === undefined
      ? { target: `player:${playerId}` }
      : { about: { playerId, characterId, serverId, accountId, name } };
  const [audit, commands, sanctions, notes, reports] = await Promise.all([
    auditOf(ports, asked),
    ports.commands.page({ ...asked, limit: commandsMax }),
    listSanctions(ports, playerId),
    listNotes(ports, playerId),
    characterId === undefined ? [] : ports.reports.of(serverId, characterId, reportsMax),
  ]);
  const exported = {
    atUnixMs: ports.clock.unixMs(),
    player,
    audit,
    commands,
    sanctions: sanctions ?? [],
    notes: notes ?? [],
    reports: reports.flatMap((report) => ownReports(report, characterId!, name)),
    game: JSON.parse(document) as unknown,
  };
  return { ok: true, exported };
}

/**
 * An entry of an earlier id is found by number and name, which not each has: what became of a command, or who wrote a note. By
 * those that have them the ids are known, and by these the rest.
 */
async function auditOf(
  { audit }: Pick<AdminPorts, 'audit'>,
  asked: Pick<AuditQuestion, 'target' | 'about'>,
): Promise<readonly StoredAuditEntry[]> {
  const found = new Map<StoredAuditEntry['id'], StoredAuditEntry>();
  const add = (entries: readonly StoredAuditEntry[]) =>
    entries.forEach((entry) => found.set(entry.id, entry));
  add(await audit.page({ ...asked, limit: auditMax }));
  const targets = new Set([...found.values()].map(({ target }) => target));
  for (const target of targets)
    if (target.startsWith('player:')) add(await audit.page({ target, limit: auditMax }));
  return [...found.values()].sort((a, b) => b.id - a.id).slice(0, auditMax);
}

/** A report as one of the two may have it. */
export interface OwnReport extends Pick<
  FiledReport,
  'reportId' | 'number' | 'madeAtUnixMs' | 'reason' | 'state' | 'outcome' | 'resolvedAtUnixMs'
> {
  readonly part: 'reporter' | 'target';
  /** What it said lately, and where it was. */
  readonly own: Pick<FiledReport['target'], 'place' | 'lines'>;
  /** Of who reported: whom, in which words, and what it was told. */
  readonly made: { readonly targetName: string; readonly text: string; readonly message: string } | undefined;
}

/** None, where a game file that was put back gave the number to somebody else. */
function ownReports(report: FiledReport, characterId: number, name: string): OwnReport[] {
  const own = report.reporter.characterId === characterId ? report.reporter : report.target;
  return own.name.toLowerCase() === name.toLowerCase() ? [ownReport(report, characterId)] : [];
}

function ownReport(report: FiledReport, characterId: number): OwnReport {
  const { reportId, number, madeAtUnixMs, reason, state, outcome, resolvedAtUnixMs } = report;
  const { reporter, target, text, message } = report;
  const isReporter = reporter.characterId === characterId;
  const { place, lines } = isReporter ? reporter : target;
  return {
    ...{ reportId, number, madeAtUnixMs, reason, state, outcome, resolvedAtUnixMs },
    part: isReporter ? 'reporter' : 'target',
    own: { place, lines },
    made: isReporter ? { targetName: target.name, text, message } : undefined,
  };
}
