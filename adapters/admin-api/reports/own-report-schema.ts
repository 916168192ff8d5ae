// A report as one of the two may have it: in the export of a player.

import { z } from 'zod';
import type { OwnReport } from '#application/admin/players/export-player.js';
import { id, time, toTime, toTimeOrNull } from '../http/wire-types.js';
import { line, outcome, place, reason, state } from './report-schemas.js';

export const ownReport = z
  .strictObject({
    id,
    number: z.int(),
    part: z
      .enum(['reporter', 'target'])
      .meta({ description: 'Whether the player made it, or it is about the player' }),
    ...{ reason, state, madeAt: time, place, lines: z.array(line) },
    ...{ outcome: outcome.nullable(), resolvedAt: time.nullable() },
    made: z
      .strictObject({ targetName: z.string(), text: z.string(), message: z.string() })
      .nullable()
      .meta({ description: 'Of one that the player made: about whom, in which words, and what it was told' }),
  })
  .meta({ id: 'OwnReport' });

export function presentOwnReport(one: OwnReport): z.infer<typeof ownReport> {
  const { reportId, number, part, reason: why, state: standing, own, made } = one;
  return {
    ...{ id: reportId, number, part, reason: why, state: standing, madeAt: toTime(one.madeAtUnixMs) },
    ...{ place: own.place && { ...own.place }, lines: own.lines.map((said) => ({ ...said })) },
    ...{ outcome: one.outcome ?? null, resolvedAt: toTimeOrNull(one.resolvedAtUnixMs) },
    made: made === undefined ? null : { ...made },
  };
}
