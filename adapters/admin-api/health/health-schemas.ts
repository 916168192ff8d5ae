// The body of health checks, as terminus makes it.

import { z } from 'zod';

const parts = z.record(z.string(), z.looseObject({ status: z.enum(['up', 'down']) }));

export const healthAnswer = z
  .strictObject({
    status: z.enum(['ok', 'error', 'shutting_down']),
    info: parts,
    error: parts,
    details: parts,
  })
  .meta({ id: 'HealthAnswer' });
export type HealthAnswer = z.infer<typeof healthAnswer>;
