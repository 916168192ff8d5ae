// What the last ticks did with their time, as a game server answers it: sums of each phase, every tick's length, and the longest
// ones phase by phase.

import type { TracedTick } from '#ports/system/tick-trace.js';
import type { Phase, TickPart } from '../tick/phases.js';

/** How far back may be asked. */
export const tracedSeconds = { min: 1, max: 30 } as const;
/** Told phase by phase. */
const longestMost = 20;

export interface AnsweredPhase {
  readonly name: string;
  readonly part: TickPart;
  /** What it may take of a tick. */
  readonly budgetUs: number;
  readonly sumUs: number;
  readonly mostUs: number;
  /** Of a hundred ticks, 99 took it no longer. */
  readonly p99Us: number;
}

export interface AnsweredTicks {
  /** In their order in a tick. */
  readonly phases: readonly AnsweredPhase[];
  /** How long each tick took, in µs, oldest first. */
  readonly ticksUs: readonly number[];
  /** The longest first. */
  readonly longest: readonly {
    /** Which of `ticksUs`. */
    readonly at: number;
    readonly agoMs: number;
    /** By phase. */
    readonly us: readonly number[];
  }[];
}

export function answerTicks(
  ticks: readonly TracedTick[],
  phases: readonly Pick<Phase, 'name' | 'part' | 'budgetUs'>[],
): AnsweredTicks {
  const ticksUs = ticks.map(({ us }) => Math.round(us.reduce((sum, each) => sum + each, 0)));
  const byLength = ticksUs.map((us, at) => ({ us, at })).sort((a, b) => b.us - a.us);
  return {
    phases: phases.map(({ name, part, budgetUs }, phase) => {
      const taken = ticks.map(({ us }) => us[phase]!).sort((a, b) => a - b);
      return {
        ...{ name, part, budgetUs },
        sumUs: Math.round(taken.reduce((sum, us) => sum + us, 0)),
        mostUs: toTenths(taken.at(-1) ?? 0),
        p99Us: toTenths(taken[Math.ceil(taken.length * 0.99) - 1] ?? 0),
      };
    }),
    ticksUs,
    longest: byLength.slice(0, longestMost).map(({ at }) => {
      const { agoMs, us } = ticks[at]!;
      return { at, agoMs: Math.round(agoMs), us: us.map(toTenths) };
    }),
  };
}

function toTenths(us: number): number {
  return Math.round(us * 10) / 10;
}
