// A player's steps of movement: how they are queued, and how many of them one tick applies.
//
// Each world tick applies one tick of the oldest step, so nobody moves faster than the world runs, whatever is sent.
// After a hiccup of the network steps pile up; then a tick applies two, as long as the player has time credit, which
// grows by one a tick up to 15 and costs one for each tick of movement. Over any stretch of n ticks a player therefore
// moves for at most n + 15. Without steps a player stands still.

import type { Components } from '../engine/registry.js';
import { stepQueueMax, stepQueueNumbers } from './columns.js';

/** Like the packet PlayerInput: the newest step is the last and bears `sequence`. */
export interface StepInput {
  readonly sequence: number;
  readonly stepsCount: number;
  readonly steps: readonly MoveStepLike[];
}

export interface MoveStepLike {
  /** East and south, -1 to 1. */
  readonly moveX: number;
  readonly moveY: number;
  readonly facing: number;
  /** 1 to 6. */
  readonly ticks: number;
}

/** Most ticks of credit: a quarter of a second, the longest gap that goes unnoticed. */
export const timeCreditMax = 15;
/** Ticks of one step on the wire. */
export const stepTicksMax = 6;
/** Wishes are kept as the wire carries them, in 1/127. */
const wishScale = 127;

export interface StepCounters {
  /** Accepted into a queue. */
  queued: number;
  /** Received before: redundancy doing its work, or duplicates. */
  repeated: number;
  /** The queue was full. */
  dropped: number;
}

type PlayerColumns = Components['player']['columns'];

/** Of a player's row in `stepQueue`: newest step that was taken into the queue; meaningful once `started`. */
const newest = 0;
const started = 1;
/** The steps are a ring of `stepQueueMax`, the oldest at `oldest`. */
const oldest = 2;
const count = 3;
/** Ticks of movement in the queue. */
const queuedTicks = 4;
/** Ticks by which the player may catch up. */
const credit = 5;

/** A step in 32 bits: the wish in 1/127 east and south, 8 bits each; facing; ticks. */
const facingShift = 16;
const ticksShift = 24;

/** Takes the steps that are new. They may come from anywhere: sequence numbers and values are not trusted. */
export function queueSteps(
  player: PlayerColumns,
  place: number,
  input: StepInput,
  counters: StepCounters,
): void {
  const { stepQueue: queue } = player;
  const row = place * stepQueueNumbers;
  const sent = Math.min(input.stepsCount, input.steps.length);
  for (let i = 0; i < sent; i++) {
    const sequence = (input.sequence - (sent - 1 - i)) & 0xffff;
    if (!isNews(player, place, sequence)) {
      counters.repeated++;
      continue;
    }
    // A dropped step counts as taken: when the queue has room again its time has passed.
    queue[row + started] = 1;
    queue[row + newest] = sequence;
    if (queue[row + count]! >= stepQueueMax) {
      counters.dropped++;
      continue;
    }
    pushStep(player, place, sequence, input.steps[i]!);
    counters.queued++;
  }
}

/** Whether a step of this number is newer than all that came from this player. */
export function isNews({ stepQueue: queue }: PlayerColumns, place: number, sequence: number): boolean {
  const row = place * stepQueueNumbers;
  return queue[row + started] === 0 || isNewer(sequence, queue[row + newest]!);
}

/** Whether `sequence` comes after `than` in a numbering of 16 bits that wraps: at most 32,767 ahead. */
export function isNewer(sequence: number, than: number): boolean {
  const ahead = (sequence - than) & 0xffff;
  return ahead !== 0 && ahead < 0x8000;
}

/** Steps that wait. */
export function queuedSteps({ stepQueue: queue }: PlayerColumns, place: number): number {
  return queue[place * stepQueueNumbers + count]!;
}

function pushStep(player: PlayerColumns, place: number, sequence: number, step: MoveStepLike): void {
  const { stepQueue: queue } = player;
  const row = place * stepQueueNumbers;
  const at = place * stepQueueMax + ((queue[row + oldest]! + queue[row + count]!) % stepQueueMax);
  const ticks = Math.min(stepTicksMax, Math.max(1, Math.floor(step.ticks) || 1));
  player.stepSequence[at] = sequence;
  player.steps[at] =
    (wireWish(step.moveX) & 0xff) |
    ((wireWish(step.moveY) & 0xff) << 8) |
    ((step.facing & 0xff) << facingShift) |
    (ticks << ticksShift);
  queue[row + count]!++;
  queue[row + queuedTicks]! += ticks;
}

function wireWish(value: number): number {
  // NaN becomes 0 by the bits that are taken of it.
  return Math.floor(Math.min(1, Math.max(-1, value)) * wishScale + 0.5);
}

/** How many ticks of movement this tick applies, 0 to 2; grows the credit and takes their cost from it. */
export function takeTicks(player: PlayerColumns, place: number): number {
  const { stepQueue: queue } = player;
  const row = place * stepQueueNumbers;
  const grown = Math.min(timeCreditMax, queue[row + credit]! + 1);
  const queued = queue[row + queuedTicks]!;
  let ticks = queued === 0 ? 0 : 1;
  if (queued > 2 && grown >= 2 && queued > pileUpAbove(player, place)) ticks = 2;
  queue[row + credit] = grown - ticks;
  return ticks;
}

/**
 * Ticks that may wait without being hurried: what is left of the oldest step and two, so that the usual jitter, and steps
 * of several ticks that arrive as a whole, do not make a player's speed flicker.
 */
function pileUpAbove(player: PlayerColumns, place: number): number {
  return (oldestStep(player, place) >>> ticksShift) + 2;
}

function oldestStep({ stepQueue: queue, steps }: PlayerColumns, place: number): number {
  return steps[place * stepQueueMax + queue[place * stepQueueNumbers + oldest]!]!;
}

/** Metres per metre of each wish on the wire, by its 8 bits: dividing is what a step would take longest for. */
const wishOf = Float64Array.from({ length: 256 }, (_, bits) => ((bits << 24) >> 24) / wishScale);

/** Makes the oldest step's wish that of the player, and returns its facing; only when some are queued. */
export function readWish(
  player: PlayerColumns,
  place: number,
  { wishX, wishY }: Components['motion']['columns'],
): number {
  const step = oldestStep(player, place);
  const x = wishOf[step & 0xff]!;
  const y = wishOf[(step >>> 8) & 0xff]!;
  const lengthSquared = x * x + y * y;
  const scale = lengthSquared > 1 ? 1 / Math.sqrt(lengthSquared) : 1;
  wishX[place] = x * scale;
  wishY[place] = y * scale;
  return (step >>> facingShift) & 0xff;
}

/** Takes one tick off the oldest step; true when that was its last, and the step is applied whole. */
export function spendTick(player: PlayerColumns, place: number): boolean {
  const { stepQueue: queue, steps } = player;
  const row = place * stepQueueNumbers;
  const head = queue[row + oldest]!;
  const at = place * stepQueueMax + head;
  queue[row + queuedTicks]!--;
  const step = steps[at]!;
  steps[at] = step - (1 << ticksShift);
  if (step >>> ticksShift > 1) return false;
  player.lastInput[place] = player.stepSequence[at]!;
  queue[row + oldest] = (head + 1) % stepQueueMax;
  queue[row + count]!--;
  return true;
}

/** Forgets all waiting steps as if they were applied: after a teleport they belong to a place that is gone. */
export function clearSteps(player: PlayerColumns, place: number): void {
  const { stepQueue: queue } = player;
  const row = place * stepQueueNumbers;
  player.lastInput[place] = queue[row + newest]!;
  queue[row + oldest] = 0;
  queue[row + count] = 0;
  queue[row + queuedTicks] = 0;
}

/** Another client goes on with this player, and numbers its steps from the start. */
export function restartSteps(player: PlayerColumns, place: number): void {
  clearSteps(player, place);
  player.lastInput[place] = 0;
  player.stepQueue[place * stepQueueNumbers + started] = 0;
}
