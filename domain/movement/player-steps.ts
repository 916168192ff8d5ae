// A player's steps of movement: how they are queued, and how many of them one tick applies.
//
// Each world tick applies one tick of the oldest step, so nobody moves faster than the world runs, whatever is sent.
// After a hiccup of the network steps pile up; then a tick applies two, as long as the player has time credit, which
// grows by one a tick up to 15 and costs one for each tick of movement. Over any stretch of n ticks a player therefore
// moves for at most n + 15. Without steps a player stands still.

import { stepQueueMax } from '../world/components.js';
import type { Components } from '../world/components.js';

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

/** Takes the steps that are new. They may come from anywhere: sequence numbers and values are not trusted. */
export function queueSteps(
  player: PlayerColumns,
  place: number,
  input: StepInput,
  counters: StepCounters,
): void {
  const count = Math.min(input.stepsCount, input.steps.length);
  for (let i = 0; i < count; i++) {
    const sequence = (input.sequence - (count - 1 - i)) & 0xffff;
    if (player.inputStarted[place] !== 0 && !isNewer(sequence, player.queuedInput[place]!)) {
      counters.repeated++;
      continue;
    }
    // A dropped step counts as taken: when the queue has room again its time has passed.
    player.inputStarted[place] = 1;
    player.queuedInput[place] = sequence;
    if (player.queueCount[place]! >= stepQueueMax) {
      counters.dropped++;
      continue;
    }
    pushStep(player, place, sequence, input.steps[i]!);
    counters.queued++;
  }
}

/** Whether `sequence` comes after `than` in a numbering of 16 bits that wraps: at most 32,767 ahead. */
export function isNewer(sequence: number, than: number): boolean {
  const ahead = (sequence - than) & 0xffff;
  return ahead !== 0 && ahead < 0x8000;
}

function pushStep(player: PlayerColumns, place: number, sequence: number, step: MoveStepLike): void {
  const lane = (player.queueHead[place]! + player.queueCount[place]!) % stepQueueMax;
  const at = place * stepQueueMax + lane;
  const ticks = Math.min(stepTicksMax, Math.max(1, Math.floor(step.ticks) || 1));
  player.stepSequence[at] = sequence;
  player.stepMoveX[at] = wireWish(step.moveX);
  player.stepMoveY[at] = wireWish(step.moveY);
  player.stepFacing[at] = step.facing;
  player.stepTicks[at] = ticks;
  player.queueCount[place] = player.queueCount[place]! + 1;
  player.queuedTicks[place] = player.queuedTicks[place]! + ticks;
}

function wireWish(value: number): number {
  // NaN becomes 0 on its way into the column.
  return Math.floor(Math.min(1, Math.max(-1, value)) * wishScale + 0.5);
}

/** How many ticks of movement this tick applies, 0 to 2; grows the credit and takes their cost from it. */
export function takeTicks(player: PlayerColumns, place: number): number {
  const credit = Math.min(timeCreditMax, player.timeCredit[place]! + 1);
  const queued = player.queuedTicks[place]!;
  let ticks = queued === 0 ? 0 : 1;
  if (queued > pileUpAbove(player, place) && credit >= 2) ticks = 2;
  player.timeCredit[place] = credit - ticks;
  return ticks;
}

/**
 * Ticks that may wait without being hurried: what is left of the oldest step and two, so that the usual jitter, and steps
 * of several ticks that arrive as a whole, do not make a player's speed flicker.
 */
function pileUpAbove(player: PlayerColumns, place: number): number {
  const at = place * stepQueueMax + player.queueHead[place]!;
  return player.stepTicks[at]! + 2;
}

/** The wish of the oldest step; only when `queueCount` is above 0. Reused object of the caller. */
export function readWish(player: PlayerColumns, place: number, wish: { x: number; y: number }): number {
  const at = place * stepQueueMax + player.queueHead[place]!;
  const x = player.stepMoveX[at]! / wishScale;
  const y = player.stepMoveY[at]! / wishScale;
  const lengthSquared = x * x + y * y;
  const scale = lengthSquared > 1 ? 1 / Math.sqrt(lengthSquared) : 1;
  wish.x = x * scale;
  wish.y = y * scale;
  return player.stepFacing[at]!;
}

/** Takes one tick off the oldest step; true when that was its last, and the step is applied whole. */
export function spendTick(player: PlayerColumns, place: number): boolean {
  const head = player.queueHead[place]!;
  const at = place * stepQueueMax + head;
  player.queuedTicks[place] = player.queuedTicks[place]! - 1;
  const left = player.stepTicks[at]! - 1;
  player.stepTicks[at] = left;
  if (left > 0) return false;
  player.lastInput[place] = player.stepSequence[at]!;
  player.queueHead[place] = (head + 1) % stepQueueMax;
  player.queueCount[place] = player.queueCount[place]! - 1;
  return true;
}

/** Forgets all waiting steps as if they were applied: after a teleport they belong to a place that is gone. */
export function clearSteps(player: PlayerColumns, place: number): void {
  player.lastInput[place] = player.queuedInput[place]!;
  player.queueHead[place] = 0;
  player.queueCount[place] = 0;
  player.queuedTicks[place] = 0;
}
