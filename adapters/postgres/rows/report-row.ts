// Reports of players.

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import {
  reportOutcomes,
  reportReasons,
  reportTextBytesMax,
  type ReportedPlayer,
} from '#ports/admin/reports/player-report.js';
import { reportStates } from '#ports/admin/reports/report-store.js';

/** One of the two, without its number, which has a column of its own. */
export type ReportedPart = Omit<ReportedPlayer, 'characterId'>;

export const ReportRow = defineEntity({
  name: 'ReportRow',
  tableName: 'player_reports',
  indexes: [
    { name: 'player_reports_state_index', properties: ['state', 'sequence'] },
    { name: 'player_reports_server_id_index', properties: ['serverId', 'state', 'sequence'] },
    { name: 'player_reports_reporter_id_index', properties: ['serverId', 'reporterId', 'sequence'] },
    { name: 'player_reports_target_id_index', properties: ['serverId', 'targetId', 'sequence'] },
  ],
  properties: {
    /** The order in which they came. */
    sequence: p.bigint('number').primary().autoincrement(),
    id: p.uuid().unique(),
    /** No references: reports outlive accounts, and what the directory lists. */
    serverId: p.uuid(),
    number: p.bigint('number'),
    state: p.enum(reportStates),
    reason: p.enum(reportReasons),
    text: p.string().length(reportTextBytesMax),
    madeAt: p.datetime(3),
    receivedAt: p.datetime(3),
    reporterId: p.bigint('number'),
    reporter: p.json<ReportedPart>(),
    targetId: p.bigint('number'),
    target: p.json<ReportedPart>(),
    takenById: p.uuid().nullable(),
    takenByName: p.string().length(64).nullable(),
    takenAt: p.datetime(3).nullable(),
    outcome: p.enum(reportOutcomes).nullable(),
    message: p.string().length(reportTextBytesMax),
    resolvedById: p.uuid().nullable(),
    resolvedByName: p.string().length(64).nullable(),
    resolvedAt: p.datetime(3).nullable(),
    handedOverAt: p.datetime(3).nullable(),
  },
});
export type ReportRow = InferEntity<typeof ReportRow>;
