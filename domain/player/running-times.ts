// What of a character goes on by itself as time passes: cooldowns, a fight that ends when nothing happens, how long it
// has been dead. In the world these are ticks of this run; on a sheet they are counted from the moment it was written, so
// that they outlive entity, session and server. Whoever keeps the sheet lets the time away pass (persistence/time-away).

import { cooldownSlots } from '../combat/columns.js';
import type { WorldOf } from '../engine/system.js';

/** The store keeps these as unsigned 32-bit integers: two years. */
export const runningTicksMax = 0xffff_ffff;

export class RunningTimes {
  /** Since death; 0 for the living. */
  deadTicks = 0;
  /** Until its fight is over when nothing more happens, 0 outside a fight. */
  inCombatTicks = 0;
  /** Until any skill may be used again, and each by its slot; 0 when it may now. */
  globalCooldownTicks = 0;
  readonly cooldownTicks = new Uint32Array(cooldownSlots);
}

/** Writes what the world knows of the character at `row`. */
export function noteTimes(world: WorldOf<'combat' | 'dead'>, row: number, times: RunningTimes): void {
  const { tick } = world;
  const { combat, dead } = world.components;
  const { cooldownReadyTick, globalReadyTick, inCombatUntilTick } = combat.columns;
  times.deadTicks = dead.has(row) ? Math.min(runningTicksMax, tick - dead.columns.sinceTick[row]!) : 0;
  times.inCombatTicks = Math.max(0, inCombatUntilTick[row]! - tick);
  times.globalCooldownTicks = Math.max(0, globalReadyTick[row]! - tick);
  for (let slot = 0; slot < cooldownSlots; slot++)
    times.cooldownTicks[slot] = Math.max(0, cooldownReadyTick[row * cooldownSlots + slot]! - tick);
}

/** The character at `row` has just entered: everything goes on from where the sheet says. */
export function resumeTimes(
  world: WorldOf<'vitals', 'combat' | 'dead'>,
  row: number,
  times: RunningTimes,
): void {
  const { tick } = world;
  const { combat, dead, vitals } = world.components;
  const { cooldownReadyTick, globalReadyTick, inCombatUntilTick } = combat.columns;
  inCombatUntilTick[row] = atMost(tick + times.inCombatTicks);
  globalReadyTick[row] = atMost(tick + times.globalCooldownTicks);
  for (let slot = 0; slot < cooldownSlots; slot++)
    cooldownReadyTick[row * cooldownSlots + slot] = atMost(tick + times.cooldownTicks[slot]!);
  if (vitals.columns.health[row] !== 0) return;
  dead.add(row);
  dead.columns.sinceTick[row] = tick - times.deadTicks;
}

/** Ticks of a run are unsigned 32-bit integers too. */
function atMost(tick: number): number {
  return Math.min(runningTicksMax, tick);
}

export function copyTimes(target: RunningTimes, source: RunningTimes): void {
  target.deadTicks = source.deadTicks;
  target.inCombatTicks = source.inCombatTicks;
  target.globalCooldownTicks = source.globalCooldownTicks;
  target.cooldownTicks.set(source.cooldownTicks);
}
