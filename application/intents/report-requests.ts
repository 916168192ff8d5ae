// Players report others: whom a name means, what goes to the control thread, and what comes back from there.

import { answer } from '#domain/intents/answer.js';
import type { PlayerReport, Reported } from '#domain/reports/player-reports.js';
import { reportPlayer } from '#domain/reports/report-player.js';
import { secondsPerTick } from '#domain/engine/time.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import type { ReportPlayerRequest } from '#domain/vocabulary/generated/requests.js';
import type { ReportDecidedMessage, ReportTakenMessage } from '#domain/vocabulary/generated/messages.js';
import { ChatScope, RefusalReason, ReportOutcome, ReportReason } from '#domain/vocabulary/generated/words.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Verdict } from '#domain/vocabulary/verdict.js';
import { nameKey } from '#ports/names/name-key.js';
import type { CouriedPlayer, CouriedReport, ToldDecision } from '#ports/threads/report-courier.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';

// Messages are taken at once, so one object of each kind serves for all.
const taken: Reused<ReportTakenMessage> = { report: 0, name: '', reason: ReportReason.other };
const decided: Reused<ReportDecidedMessage> = {
  ...{ report: 0, name: '', reason: ReportReason.other, outcome: ReportOutcome.other, text: '' },
};

/** Of anybody of whom there is a character, in the world or not: as with letters, who is not known yet is asked for. */
export function reportByName(game: Game, row: number, request: ReportPlayerRequest): Verdict {
  const { world, seats } = game;
  const key = nameKey(request.name);
  const seat = seats.findByName(key);
  const isThere = seat !== undefined && seat.row !== 0;
  const target = isThere
    ? world.components.player.columns.character[seat.row]!
    : world.tables.directory.characterOf(key);
  if (target === undefined)
    return world.tables.directory.want(key, request.name) ? RefusalReason.notKnownYet : RefusalReason.busy;
  const targetName = isThere ? seat.name : request.name;
  const { reason, text } = request;
  return reportPlayer(world, row, seats.at(row)!.name, { target, targetName, reason, text });
}

/** Once a tick, as far as there is room. */
export function handOverReports(game: Game): void {
  if (game.reports !== undefined && game.world.tables.playerReports.underWay > 0)
    offerWaiting(game, game.reports);
}

/** Apart: what a function made within captures is made at each call, also of a tick that has none to hand over. */
function offerWaiting(game: Game, reports: NonNullable<Game['reports']>): void {
  game.world.tables.playerReports.handOver((report) => reports.report(couriedReport(game, report)));
}

/** `report`: its number, 0 when it could not be stored. */
export function reportAnswered(game: Game, order: number, report: number): void {
  const { world, output } = game;
  const answered = world.tables.playerReports.answered(order, report !== 0);
  const seat = answered && seatOfCharacter(game, answered.reporter.character);
  if (answered === undefined || seat === undefined) return;
  if (report === 0) {
    answer(world, seat.row, RequestId.reportPlayer, RefusalReason.busy);
    return;
  }
  taken.report = report;
  taken.name = answered.target.name;
  taken.reason = answered.reason;
  output.toSession.reportTaken(seat.session, taken);
}

/** Who is away is told when it comes: whoever stores decisions tells them again then. */
export function tellDecision(game: Game, told: ToldDecision): void {
  const seat = seatOfCharacter(game, told.characterId);
  if (seat === undefined) return;
  decided.report = told.report;
  decided.name = told.name;
  decided.reason = told.reason;
  decided.outcome = told.outcome;
  decided.text = told.text;
  game.output.toSession.reportDecided(seat.session, decided);
  game.reports?.decisionTold(told);
}

function seatOfCharacter({ world, seats }: Game, character: number): Seat | undefined {
  const row = world.tables.characters.rowOf(character);
  const seat = row === 0 ? undefined : seats.at(row);
  return seat?.state === SeatState.playing ? seat : undefined;
}

function couriedReport({ world }: Game, report: PlayerReport): CouriedReport {
  const { order, reason, text, tick } = report;
  const mapKey = (map: number) => world.maps[map]!.definition.key;
  const player = ({ character, name, place, lines, olderLines }: Reported): CouriedPlayer => ({
    characterId: character,
    name,
    place: place === undefined ? null : { map: mapKey(place.map), x: place.x, y: place.y },
    lines: lines.map((line) => ({
      secondsAgo: Math.floor((tick - line.tick) * secondsPerTick),
      scope: scopeNames.get(line.scope)!,
      map: mapKey(line.map),
      text: line.text,
    })),
    olderLines,
  });
  return { order, reason, text, reporter: player(report.reporter), target: player(report.target) };
}

const scopeNames = new Map<ChatScope, string>(
  Object.entries(ChatScope).map(([name, scope]) => [scope, name]),
);
