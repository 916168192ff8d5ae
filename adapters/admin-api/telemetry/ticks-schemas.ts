// What a game server's last ticks did with their time, as the contract writes it.

import { z } from 'zod';
import type { AnsweredTicks } from '#application/telemetry/answer-ticks.js';
import { tracedSeconds } from '#application/telemetry/answer-ticks.js';
import { ticksPerSecond } from '#domain/engine/time.js';
import { tickParts } from '#application/tick/phases.js';
import { wholeNumber } from '../http/wire-types.js';

export const ticksQuery = z.strictObject({
  seconds: wholeNumber(tracedSeconds.min, tracedSeconds.max)
    .default(10)
    .meta({ description: 'How far back; the server keeps the last 35 seconds all the time' }),
});
export type TicksQuery = z.infer<typeof ticksQuery>;

const us = z.number().min(0);
const phase = z
  .strictObject({
    name: z.string(),
    part: z.enum(tickParts).meta({
      description: 'Who comes and goes; the systems of the rules; what players and stores are told',
    }),
    budgetUs: us.meta({ description: 'What it may take of a tick, in µs' }),
    sumUs: us.meta({ description: 'In all these ticks, in µs' }),
    mostUs: us,
    p99Us: us,
  })
  .meta({ id: 'TickPhase' });

export const ticksAnswer = z
  .strictObject({
    seconds: z.int(),
    ticksPerSecond: z.int(),
    phases: z.array(phase).meta({ description: 'In their order in a tick' }),
    ticksUs: z.array(us).meta({ description: 'How long each tick took, in µs, oldest first' }),
    longest: z
      .array(
        z
          .strictObject({
            at: z.int().min(0).meta({ description: 'Which of ticksUs' }),
            agoMs: z.number().min(0).meta({ description: 'When it ended, before the answer was made' }),
            us: z.array(us).meta({ description: 'By phase' }),
          })
          .meta({ id: 'LongTick' }),
      )
      .meta({ description: 'The longest ticks phase by phase, the longest first' }),
  })
  .meta({ id: 'TicksAnswer' });
export type TicksAnswer = z.infer<typeof ticksAnswer>;

/** An answer of another version may have parts that this one has no word for: they count as systems. */
export function presentTicks({ phases, ticksUs, longest }: AnsweredTicks, seconds: number): TicksAnswer {
  return {
    ...{ seconds, ticksPerSecond },
    phases: phases.map(({ name, part, budgetUs, sumUs, mostUs, p99Us }) => ({
      ...{ name, part: tickParts.includes(part) ? part : 'systems', budgetUs, sumUs, mostUs, p99Us },
    })),
    ticksUs: [...ticksUs],
    longest: longest.map(({ at, agoMs, us }) => ({ at, agoMs, us: [...us] })),
  };
}
