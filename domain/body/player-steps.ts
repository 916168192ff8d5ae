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

/** Of a player in `stepQueue`: newest step that was taken into the queue; meaningful once `started`. */
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
  row: number,
  input: StepInput,
  counters: StepCounters,
): void {
  const { stepQueue: queue } = player;
  const queueAt = row * stepQueueNumbers;
  const sent = Math.min(input.stepsCount, input.steps.length);
  for (let i = 0; i < sent; i++) {
    const sequence = (input.sequence - (sent - 1 - i)) & 0xffff;
    if (!isNews(player, row, sequence)) {
      counters.repeated++;
      continue;
    }
    // A dropped step counts as taken: when the queue has room again its time has passed.
    queue[queueAt + started] = 1;
    queue[queueAt + newest] = sequence;
    if (queue[queueAt + count]! >= stepQueueMax) {
      counters.dropped++;
      continue;
    }
    pushStep(player, row, sequence, input.steps[i]!);
    counters.queued++;
  }
}

/** Whether a step of this number is newer than all that came from this player. */
export function isNews({ stepQueue: queue }: PlayerColumns, row: number, sequence: number): boolean {
  const queueAt = row * stepQueueNumbers;
  return queue[queueAt + started] === 0 || isNewer(sequence, queue[queueAt + newest]!);
}

/** Whether `sequence` comes after `than` in a numbering of 16 bits that wraps: at most 32,767 ahead. */
export function isNewer(sequence: number, than: number): boolean {
  const ahead = (sequence - than) & 0xffff;
  return ahead !== 0 && ahead < 0x8000;
}

/** Steps that wait. */
export function queuedSteps({ stepQueue: queue }: PlayerColumns, row: number): number {
  return queue[row * stepQueueNumbers + count]!;
}

function pushStep(player: PlayerColumns, row: number, sequence: number, step: MoveStepLike): void {
  const { stepQueue: queue } = player;
  const queueAt = row * stepQueueNumbers;
  const at = row * stepQueueMax + ((queue[queueAt + oldest]! + queue[queueAt + count]!) % stepQueueMax);
  const ticks = Math.min(stepTicksMax, Math.max(1, Math.floor(step.ticks) || 1));
  player.stepSequence[at] = sequence;
  player.steps[at] =
    (wireWish(step.moveX) & 0xff) |
    ((wireWish(step.moveY) & 0xff) << 8) |
    ((step.facing & 0xff) << facingShift) |
    (ticks << ticksShift);
  queue[queueAt + count]!++;
  queue[queueAt + queuedTicks]! += ticks;
}

function wireWish(value: number): number {
  // NaN becomes 0 by the bits that are taken of it.
  return Math.floor(Math.min(1, Math.max(-1, value)) * wishScale + 0.5);
}

/** How many ticks of movement this tick applies, 0 to 2; grows the credit and takes their cost from it. */
export function takeTicks(player: PlayerColumns, row: number): number {
  const { stepQueue: queue } = player;
  const queueAt = row * stepQueueNumbers;
  const grown = Math.min(timeCreditMax, queue[queueAt + credit]! + 1);
  const queued = queue[queueAt + queuedTicks]!;
  let ticks = queued === 0 ? 0 : 1;
  if (queued > 2 && grown >= 2 && queued > pileUpAbove(player, row)) ticks = 2;
  queue[queueAt + credit] = grown - ticks;
  return ticks;
}

/**
 * Ticks that may wait without being hurried: what is left of the oldest step and two, so that the usual jitter, and steps
 * of several ticks that arrive as a whole, do not make a player's speed flicker.
 */
function pileUpAbove(player: PlayerColumns, row: number): number {
  return (oldestStep(player, row) >>> ticksShift) + 2;
}

function oldestStep({ stepQueue: queue, steps }: PlayerColumns, row: number): number {
  return steps[row * stepQueueMax + queue[row * stepQueueNumbers + oldest]!]!;
}

/** Metres per metre of each wish on the wire, by its 8 bits: dividing is what a step would take longest for. */
const wishOf = Float64Array.from({ length: 256 }, (_, bits) => ((bits << 24) >> 24) / wishScale);

/** Makes the oldest step's wish that of the player, and returns its facing; only when some are queued. */
export function readWish(
  player: PlayerColumns,
  row: number,
  { wishX, wishY }: Components['motion']['columns'],
): number {
  const step = oldestStep(player, row);
  const x = wishOf[step & 0xff]!;
  const y = wishOf[(step >>> 8) & 0xff]!;
  const lengthSquared = x * x + y * y;
  const scale = lengthSquared > 1 ? 1 / Math.sqrt(lengthSquared) : 1;
  wishX[row] = x * scale;
  wishY[row] = y * scale;
  return (step >>> facingShift) & 0xff;
}

/** Takes one tick off the oldest step; true when that was its last, and the step is applied whole. */
export function spendTick(player: PlayerColumns, row: number): boolean {
  const { stepQueue: queue, steps } = player;
  const queueAt = row * stepQueueNumbers;
  const head = queue[queueAt + oldest]!;
  const at = row * stepQueueMax + head;
  queue[queueAt + queuedTicks]!--;
  const step = steps[at]!;
  steps[at] = step - (1 << ticksShift);
  if (step >>> ticksShift > 1) return false;
  player.lastInput[row] = player.stepSequence[at]!;
  queue[queueAt + oldest] = (head + 1) % stepQueueMax;
  queue[queueAt + count]!--;
  return true;
}

/** Forgets all waiting steps as if they were applied: after a teleport they belong to a place that is gone. */
export function clearSteps(player: PlayerColumns, row: number): void {
  const { stepQueue: queue } = player;
  const queueAt = row * stepQueueNumbers;
  player.lastInput[row] = queue[queueAt + newest]!;
  queue[queueAt + oldest] = 0;
  queue[queueAt + count] = 0;
  queue[queueAt + queuedTicks] = 0;
}

/** Another client goes on with this player, and numbers its steps from the start. */
export function restartSteps(player: PlayerColumns, row: number): void {
  clearSteps(player, row);
  player.lastInput[row] = 0;
  player.stepQueue[row * stepQueueNumbers + started] = 0;
}
