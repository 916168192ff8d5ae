// A roll begins with what lies on the ground, and each of those with a share says once what it wants.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import type { WorldOf } from '../engine/system.js';
import { noteLootRollBegan } from '../vocabulary/generated/facts.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import type { LootChoice } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import type { LootClaim } from './loot-claim.js';

export const rolling = defineAccess({
  reads: ['characters'],
  writes: ['loot', 'lootRolls'],
  emits: ['lootRollBegan'],
});
type Rolling = WorldFor<typeof rolling>;

/** `row`: what lies there. False when there is no room for another roll. */
export function beginRoll(world: Rolling, row: number, { members, count }: LootClaim): boolean {
  const { lootRolls: rolls, characters } = world.tables;
  const until = world.tick + world.content.rules.lootRollTicks;
  const roll = rolls.open(world.idAt(row), members, count, until);
  if (roll < 0) return false;
  world.components.loot.columns.isRolledFor[row] = 1;
  for (let i = 0; i < count; i++) {
    const member = characters.rowOf(members[i]!);
    if (member !== 0) noteLootRollBegan(world.facts, world.idAt(member), rolls.numbers[roll]!);
  }
  return true;
}

/** The player at `row` says what it wants; decided in a tick, when all have or the time is over. */
export function chooseLoot(
  world: WorldOf<'player', 'lootRolls'>,
  row: number,
  number: number,
  choice: LootChoice,
): Verdict {
  const { lootRolls: rolls } = world.tables;
  const roll = rolls.find(number);
  const at = roll < 0 ? -1 : rolls.placeOf(roll, world.components.player.columns.character[row]!);
  if (at < 0 || rolls.decidedTick[roll] !== 0) return RefusalReason.unknownTarget;
  if (rolls.choices[at] !== 0) return RefusalReason.noEffect;
  rolls.choices[at] = choice;
  return allowed;
}
