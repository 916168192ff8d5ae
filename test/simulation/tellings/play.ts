// Plays a seed and gives fingerprints of each tick, and what was told and shown as text where that is wanted.

import { Digest } from './harness/digest.js';
import type { Met } from './met.js';
import { digestDates, digestShown, shownLines } from './harness/shown.js';
import type { ShownFrame } from './harness/shown.js';
import { Stage } from './stage.js';
import type { Scenario } from './stage.js';
import { lineOf } from './harness/tellings.js';
import type { Told } from './harness/tellings.js';

/** Fingerprints of one tick, 32 bits each. */
export interface TickDigest {
  /** What players and the store were told, whatever the order within the tick. */
  readonly told: number;
  /** The same with its order. */
  readonly order: number;
  /** What the frame shows of all entities. */
  readonly shown: number;
  /** When what of them last changed. */
  readonly dates: number;
  readonly toldCount: number;
}

export interface TickLines {
  readonly told: readonly string[];
  readonly shown: readonly string[];
}

export interface PlayedSeed {
  /** Of tick 1 and on. */
  readonly ticks: readonly TickDigest[];
  readonly lines: ReadonlyMap<number, TickLines>;
  readonly met: Met;
  /** The simulation's own fingerprint, every `hashEveryTicks` and at the end; for comparing runs, never recorded. */
  readonly hashes: readonly string[];
}

const hashEveryTicks = 150;

/** `keepLines` says for which ticks the text is wanted. */
export function play(scenario: Scenario, keepLines: (tick: number) => boolean): PlayedSeed {
  const stage = new Stage(scenario);
  const ticks: TickDigest[] = [];
  const lines = new Map<number, TickLines>();
  const hashes: string[] = [];
  for (let tick = 1; tick <= scenario.ticks; tick++) {
    const told = stage.step();
    ticks.push(digestOf(told, stage.frame));
    if (keepLines(tick)) lines.set(tick, { told: told.map(lineOf), shown: shownLines(stage.frame) });
    if (tick % hashEveryTicks === 0 || tick === scenario.ticks) hashes.push(stage.simulation.hash());
  }
  return { ticks, lines, met: stage.met, hashes };
}

function digestOf(told: readonly Told[], frame: ShownFrame): TickDigest {
  const [toldDigest, order, shown, dates] = [new Digest(), new Digest(), new Digest(), new Digest()];
  const lines = told.map(lineOf);
  for (const line of lines) order.text(line);
  for (const line of lines.toSorted()) toldDigest.text(line);
  digestShown(shown, frame);
  digestDates(dates, frame);
  return {
    told: toldDigest.value,
    order: order.value,
    shown: shown.value,
    dates: dates.value,
    toldCount: lines.length,
  };
}
