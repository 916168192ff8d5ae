// In which way two verbs meet: who does the second one, how close they are, and what goes wrong when. All of it follows from
// the seed.

import { SeededBytes } from '../../work/seeded-bytes.js';

/** What comes between them; a kill is a crash after which there is nothing but the game file. */
export const economyFaults = ['none', 'crash', 'disconnect', 'travel', 'operator', 'erase', 'kill'] as const;
export type EconomyFault = (typeof economyFaults)[number];

/** When a server dies, within a tick: before what was done is on the disk, before it is told, or after. */
const deathPoints = ['unstored', 'untold', 'told'] as const;

export interface Variation {
  readonly fault: EconomyFault;
  /** The second verb is done by the same player, or by the other one. */
  readonly byOther: boolean;
  /** It is done with what the first one is done with, as far as both are about the same sort of thing. */
  readonly shares: boolean;
  /** Its set of belongings. */
  readonly set: 0 | 1;
  /** Ticks after the first one in which it is asked; in the same tick it comes first, or second. */
  readonly after: number;
  readonly isFirst: boolean;
  /** The first verb is asked twice, under one number. */
  readonly isDoubled: boolean;
  /** What was answered is asked once more at the end. */
  readonly asksAgain: boolean;
  readonly diskEveryTicks: number;
  readonly faultTick: number;
  readonly deathPoint: (typeof deathPoints)[number];
  /** The server dies in the tick after the fault. */
  readonly dies: boolean;
  /** Whom it meets: the first player, the second, or both. */
  readonly meets: 0 | 1 | 2;
  /** Which way of several: another session takes over or it stays away; which edit. */
  readonly way: number;
}

export function variationOf(seed: number, fault: EconomyFault): Variation {
  const dice = new SeededBytes(seed);
  const yes = (): boolean => dice.below(2) === 1;
  const drawn: Omit<Variation, 'dies'> = {
    fault,
    byOther: yes(),
    shares: yes(),
    set: dice.below(2) as 0 | 1,
    after: Math.max(0, dice.below(4) - 1),
    isFirst: yes(),
    isDoubled: dice.below(4) === 0,
    asksAgain: yes(),
    diskEveryTicks: 1 + dice.below(3),
    faultTick: dice.below(4),
    deathPoint: deathPoints[dice.below(3)]!,
    meets: dice.below(3) as 0 | 1 | 2,
    way: dice.below(1 << 16),
  };
  return {
    ...drawn,
    dies: fault === 'crash' || fault === 'kill' || (fault === 'erase' && drawn.way % 3 === 0),
  };
}
