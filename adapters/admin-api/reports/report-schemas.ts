// Bodies about players' reports, for operators and for game servers.

import { z } from 'zod';
import type { ListedReport, ShownReport } from '#application/admin/reports/handle-reports.js';
import type { TakeReportsResult } from '#application/admin/reports/take-reports.js';
import {
  chatScopes,
  decisionsAtOnceMax,
  reportOutcomes,
  reportReasons,
  reportsAtOnceMax,
  reportTextBytesMax,
  reporterSaidLinesMax,
  targetSaidLinesMax,
  type ReportedPlayer,
  type ToldReport,
} from '#ports/admin/reports/player-report.js';
import { reportStates, type ReportState } from '#ports/admin/reports/report-store.js';
import { id, mapKey, time, toTime, toTimeOrNull, characterName, wholeNumber } from '../http/wire-types.js';
import { maybeSaid, told as toldText } from '../operations/said.js';

/** Whatever a game server numbers. */
const number = z.int().min(1).max(0xffff_ffff);
export const reason = z.enum(reportReasons).meta({ id: 'ReportReason' });
export const outcome = z.enum(reportOutcomes).meta({ id: 'ReportOutcome' });
export const state = z.enum(reportStates).meta({ id: 'ReportState' });

/** The last of the page before. */
const cursor = z.string().regex(/^[1-9][0-9]{0,14}$/, 'Not a cursor that this route gave');
const asked: Readonly<Record<string, readonly ReportState[]>> = {
  unresolved: ['open', 'taken'],
  all: reportStates,
};

export const reportsQuery = z.strictObject({
  state: z
    .enum(['unresolved', 'all', ...reportStates])
    .default('unresolved')
    .meta({ description: 'unresolved: open and taken' }),
  serverId: id.optional(),
  playerId: id.optional().meta({ description: 'Only reports about this player' }),
  cursor: cursor.optional(),
  limit: wholeNumber(1, 200).default(50),
});
export type ReportsQuery = z.infer<typeof reportsQuery>;

export function statesOf({ state }: ReportsQuery): readonly ReportState[] {
  return asked[state] ?? [state as ReportState];
}

const said = {
  secondsAgo: z.int().min(0).max(86_400).meta({ description: 'Before the report was made' }),
  scope: z.enum(chatScopes).meta({ id: 'ChatScope' }),
  map: mapKey,
};
export const line = z.strictObject({ ...said, text: z.string() }).meta({ id: 'SaidLine' });
const toldLine = z.strictObject({ ...said, text: toldText(reportTextBytesMax) }).meta({ id: 'ToldLine' });

export const place = z
  .strictObject({ map: mapKey, x: z.number(), y: z.number() })
  .nullable()
  .meta({ description: 'Null for one who was not in the world' });

const side = {
  name: z.string().meta({ description: 'Empty for one who was erased' }),
  place,
  lines: z.array(line).max(targetSaidLinesMax).meta({
    description: 'What it said in the ten minutes before, the oldest first',
  }),
  olderLines: z.int().min(0).meta({ description: 'Older lines of these minutes that were left out' }),
};

const listed = {
  id,
  number: number.meta({ description: 'As its player was told it' }),
  serverId: id,
  serverName: z.string().meta({ description: 'Empty for a server that is not in the list any more' }),
  state,
  reason,
  text: z.string(),
  reporterName: z.string(),
  targetName: z.string(),
  madeAt: time,
  takenByName: z.string().nullable(),
  outcome: outcome.nullable(),
  resolvedAt: time.nullable(),
};

export const listedReport = z.strictObject(listed).meta({ id: 'ListedReport' });

export const reportsAnswer = z
  .strictObject({
    reports: z.array(listedReport),
    nextCursor: z.string().nullable(),
    unresolved: z.int().min(0).meta({ description: 'Of all servers, whatever is asked' }),
  })
  .meta({ id: 'ReportsAnswer' });
export type ReportsAnswer = z.infer<typeof reportsAnswer>;

const playerId = id.nullable().meta({ description: 'Null for whom the directory does not list' });

const handled = {
  ...listed,
  receivedAt: time,
  takenById: id.nullable(),
  takenAt: time.nullable(),
  message: z.string().meta({ description: 'What who reported is told' }),
  resolvedByName: z.string().nullable(),
  handedOverAt: time.nullable().meta({
    description: 'Since when its game server has the decision, and tells it as soon as who reported is there',
  }),
};

/** For who takes or decides it: what both said is read elsewhere, and that is written down. */
export const handledReport = z.strictObject(handled).meta({ id: 'HandledReport' });
export type HandledReportView = z.infer<typeof handledReport>;

export const report = z
  .strictObject({
    ...handled,
    reporter: z.strictObject({ ...side, playerId }).meta({ id: 'Reporter' }),
    target: z.strictObject({ ...side, playerId }).meta({ id: 'ReportedPlayer' }),
  })
  .meta({ id: 'Report' });
export type ReportView = z.infer<typeof report>;

export const takeReportBody = z
  .strictObject({
    was: id.nullable().optional().meta({
      description:
        'Who was at it when it was read (`takenById`): refused when somebody else is by now. Left out: whoever is',
    }),
  })
  .meta({ id: 'TakeReportBody' })
  .default({});
export type TakeReportBody = z.infer<typeof takeReportBody>;

export const resolveReportBody = z
  .strictObject({
    outcome,
    message: maybeSaid(reportTextBytesMax).meta({ description: 'For who reported' }),
  })
  .meta({ id: 'ResolveReportBody' });
export type ResolveReportBody = z.infer<typeof resolveReportBody>;

export function presentListed({ report: one, serverName }: ListedReport): z.infer<typeof listedReport> {
  const { reportId, number, serverId, state, reason, text, reporter, target } = one;
  return {
    ...{ id: reportId, number, serverId, serverName, state, reason, text },
    ...{ reporterName: reporter.name, targetName: target.name, madeAt: toTime(one.madeAtUnixMs) },
    takenByName: one.takenByName ?? null,
    outcome: one.outcome ?? null,
    resolvedAt: toTimeOrNull(one.resolvedAtUnixMs),
  };
}

export function presentReport(shown: ShownReport): ReportView {
  const { report: one, reporterPlayerId, targetPlayerId } = shown;
  return {
    ...presentHandled(shown),
    reporter: presentSide(one.reporter, reporterPlayerId),
    target: presentSide(one.target, targetPlayerId),
  };
}

export function presentHandled(handled: ListedReport): HandledReportView {
  const { report: one } = handled;
  return {
    ...presentListed(handled),
    receivedAt: toTime(one.receivedAtUnixMs),
    takenById: one.takenById ?? null,
    takenAt: toTimeOrNull(one.takenAtUnixMs),
    message: one.message,
    resolvedByName: one.resolvedByName ?? null,
    handedOverAt: toTimeOrNull(one.handedOverAtUnixMs),
  };
}

function presentSide({ name, place, lines, olderLines }: ReportedPlayer, playerId: string | undefined) {
  return {
    ...{ name, olderLines, playerId: playerId ?? null },
    place: place && { ...place },
    lines: lines.map((one) => ({ ...one })),
  };
}

const toldSide = (linesMax: number) =>
  z.strictObject({
    ...{ characterId: number, characterName, place, lines: z.array(toldLine).max(linesMax) },
    olderLines: z.int().min(0).max(1_000_000),
  });

export const tellReportsBody = z
  .strictObject({
    reports: z
      .array(
        z
          .strictObject({
            ...{ reportId: id, number, madeAt: time, reason, text: toldText(reportTextBytesMax) },
            ...{ reporter: toldSide(reporterSaidLinesMax), target: toldSide(targetSaidLinesMax) },
          })
          .meta({ id: 'ToldReport' }),
      )
      .max(reportsAtOnceMax),
    kept: z.array(id).max(decisionsAtOnceMax).meta({
      description: 'Of which reports the server has the decision: they are told no more',
    }),
    after: id.optional().meta({
      description:
        'What was decided after this report is asked for, instead of from the oldest on: for a server that cannot read what is before',
    }),
  })
  .meta({ id: 'TellReportsBody' });
export type TellReportsBody = z.infer<typeof tellReportsBody>;

export const tellReportsAnswer = z
  .strictObject({
    taken: z.array(id).max(reportsAtOnceMax).meta({
      description: 'Those that are here; others have no room now, and are to be told again',
    }),
    decided: z
      .array(
        z
          .strictObject({
            ...{
              reportId: id,
              number,
              characterId: number,
              reporterName: z.string(),
              targetName: z.string(),
            },
            ...{ reason, outcome, message: z.string() },
          })
          .meta({ id: 'ReportDecision' }),
      )
      .max(decisionsAtOnceMax)
      .meta({ description: 'What operators decided, until the server says that it has it' }),
  })
  .meta({ id: 'TellReportsAnswer' });
export type TellReportsAnswer = z.infer<typeof tellReportsAnswer>;

export function toldReports({ reports }: TellReportsBody): ToldReport[] {
  const sideOf = ({ characterName: name, ...rest }: TellReportsBody['reports'][number]['target']) => ({
    ...{ ...rest, name },
  });
  return reports.map(({ madeAt, reporter, target, ...one }) => ({
    ...one,
    madeAtUnixMs: Date.parse(madeAt),
    ...{ reporter: sideOf(reporter), target: sideOf(target) },
  }));
}

export function presentTaken(result: Extract<TakeReportsResult, { ok: true }>): TellReportsAnswer {
  return { taken: [...result.taken], decided: result.decided.map((one) => ({ ...one })) };
}
