// How the system does, for operators.

import { z } from 'zod';
import { checkStates, type SystemHealth } from '#application/admin/monitoring/read-health.js';
import { id, time, toTime } from '../http/wire-types.js';

const state = z.enum(checkStates).meta({
  id: 'CheckState',
  description:
    'notice: it works, and somebody should look at it; unknown: not heard of lately; the worst is the last',
});

const knownCheck = z
  .strictObject({
    name: z.string(),
    state,
    says: z.string().meta({ description: 'Why; empty where there is nothing to say' }),
    asOf: time.meta({ description: 'When it was so' }),
  })
  .meta({ id: 'KnownCheck' });

const partHealth = z
  .strictObject({
    serverId: id.nullable().meta({ description: 'null: this API' }),
    name: z.string(),
    state,
    checks: z.array(knownCheck),
  })
  .meta({ id: 'PartHealth' });

export const systemHealthAnswer = z
  .strictObject({ at: time, state, parts: z.array(partHealth) })
  .meta({ id: 'SystemHealthAnswer' });
export type SystemHealthAnswer = z.infer<typeof systemHealthAnswer>;

export function presentHealth({ atUnixMs, state, parts }: SystemHealth): SystemHealthAnswer {
  return {
    ...{ at: toTime(atUnixMs), state },
    parts: parts.map((part) => ({
      ...{ serverId: part.serverId ?? null, name: part.name, state: part.state },
      checks: part.checks.map(({ asOfUnixMs, ...check }) => ({ ...check, asOf: toTime(asOfUnixMs) })),
    })),
  };
}
