// What the time that a character was away makes of it: cooldowns run on, a fight ends, the dead get nearer to standing up.
// Health and mana stay as they were: only who plays regenerates. Time is the difference of two clock readings of the
// machine; where the clock was put back nothing has passed.

import { ticksPerSecond } from '#domain/engine/time.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';

/** 2^32 - 1 ticks, two years and more. */
const ticksMax = 0xffff_ffff;

export function afterTimeAway(character: StoredCharacter, awayMs: number): StoredCharacter {
  const ticks = Math.floor((Math.max(0, awayMs) * ticksPerSecond) / 1000);
  const left = (before: number): number => Math.max(0, before - ticks);
  return {
    ...character,
    deadTicks: Math.min(ticksMax, character.deadTicks + ticks),
    inCombatTicks: left(character.inCombatTicks),
    globalCooldownTicks: left(character.globalCooldownTicks),
    cooldowns: character.cooldowns
      .map((cooldown) => ({ slot: cooldown.slot, ticks: left(cooldown.ticks) }))
      .filter((cooldown) => cooldown.ticks > 0),
  };
}
