// A player reports another one to the operators. The other may be anybody of whom there is a character: who offended may have
// left since, and whom a player met nobody remembers; what keeps reports about strangers few are the limits. Nobody is told
// but who reports. A mute takes the right to talk to players away, not that to call for help.

import { chatText } from '../chat/chat-text.js';
import type { WorldOf } from '../engine/system.js';
import { ReportReason, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { ownUnderWayMax, reportsPerDayMax } from './player-reports.js';
import type { Reported } from './player-reports.js';

/** Of who is reported, and of who reports: with names and numbers less than 49,152 bytes, whatever the lines hold. */
export const targetLinesMax = 60;
export const reporterLinesMax = 20;

export interface Accusation {
  /** Number of the character, 0 when there is none of this name. */
  readonly target: number;
  readonly targetName: string;
  readonly reason: ReportReason;
  readonly text: string;
}

type Reporting = WorldOf<'player' | 'transform' | 'characters' | 'spokenLines', 'playerReports'>;

/** The player at `row`, of that name, reports; or why it does not. */
export function reportPlayer(world: Reporting, row: number, name: string, accusation: Accusation): Verdict {
  const { reason, target, targetName } = accusation;
  const said = accusation.text.trim();
  const reporter = world.components.player.columns.character[row]!;
  const verdict = textRefusal(reason, said) || reportRefusal(world, reporter, target);
  if (verdict !== allowed) return verdict;
  world.tables.playerReports.file({
    tick: world.tick,
    reason,
    text: said,
    reporter: reported(world, reporter, name, reporterLinesMax),
    target: reported(world, target, targetName, targetLinesMax),
  });
  return allowed;
}

function textRefusal(reason: ReportReason, said: string): Verdict {
  if (said === '') return reason === ReportReason.other ? RefusalReason.emptyText : allowed;
  const checked = chatText(said);
  if (checked.ok) return allowed;
  return checked.reason === 'empty' ? RefusalReason.emptyText : RefusalReason.notAllowed;
}

function reportRefusal({ tables, tick }: Reporting, reporter: number, target: number): Verdict {
  const { playerReports: reports } = tables;
  if (target === 0) return RefusalReason.unknownTarget;
  if (target === reporter) return RefusalReason.invalidTarget;
  if (reports.hasReported(reporter, target, tick)) return RefusalReason.alreadyReported;
  if (reports.recentFrom(reporter, tick) >= reportsPerDayMax) return RefusalReason.tooManyReports;
  if (reports.underWayFrom(reporter) >= ownUnderWayMax) return RefusalReason.busy;
  if (reports.hasFailed(reporter, tick)) return RefusalReason.busy;
  return reports.findRoom() ? allowed : RefusalReason.busy;
}

function reported(
  { components, tables }: Reporting,
  character: number,
  name: string,
  linesMax: number,
): Reported {
  const { lines, older } = tables.spokenLines.of(character, linesMax);
  const row = tables.characters.rowOf(character);
  const { map, x, y } = components.transform.columns;
  const place = row === 0 ? undefined : { map: map[row]!, x: x[row]!, y: y[row]! };
  return { character, name, place, lines, olderLines: older };
}
