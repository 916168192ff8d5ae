// Rolls are decided when all who are in the world have chosen, or when their time is over: who did not choose has passed. Need
// comes before greed; among equals the dice decide, and where they are equal, too, chance once more. Where all passed it is
// anybody's.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { defineSystem } from '../engine/system.js';
import { noteLootRollDecided } from '../vocabulary/generated/facts.js';
import { LootChoice, partyMembersMax } from '../vocabulary/generated/words.js';
import { laying, noteLaid } from './lay-units.js';
import { lootRolls } from './loot-rolls.js';

const deciding = defineAccess({
  rules: [laying],
  reads: ['characters'],
  writes: ['lootRolls'],
  emits: ['lootRollDecided'],
});
type Deciding = WorldFor<typeof deciding>;

const diceMax = 100;

export const decideRolls = defineSystem({
  name: 'loot-rolls',
  budgetUs: 50,
  ...deciding,
  owns: [lootRolls],
  run(world) {
    const { lootRolls: rolls } = world.tables;
    for (let roll = 0; roll < rolls.numbers.length && rolls.openCount > 0; roll++)
      if (rolls.numbers[roll] !== 0) lookAt(world, roll);
  },
});

function lookAt(world: Deciding, roll: number): void {
  const { lootRolls: rolls } = world.tables;
  if (rolls.decidedTick[roll] !== 0) {
    if (rolls.decidedTick[roll]! < world.tick) rolls.close(roll);
    return;
  }
  const thing = world.rowOf(rolls.things[roll]!);
  if (thing === 0) end(world, roll, 0);
  else if (rolls.untilTick[roll]! <= world.tick || haveAllChosen(world, roll)) decide(world, roll, thing);
}

/** Of those in the world. While none of them is there all of its time is waited: they may come back. */
function haveAllChosen({ tables }: Deciding, roll: number): boolean {
  const { lootRolls: rolls, characters } = tables;
  let isAnybodyThere = false;
  for (let at = roll * partyMembersMax; at < (roll + 1) * partyMembersMax; at++) {
    if (characters.rowOf(rolls.characters[at]!) === 0) continue;
    if (rolls.choices[at] === 0) return false;
    isAnybodyThere = true;
  }
  return isAnybodyThere;
}

/** Where there is no room to tell of it, in a later tick. */
function decide(world: Deciding, roll: number, thing: number): void {
  if (!world.facts.reserve(1)) return;
  const winner = throwDice(world, roll);
  const { owner, isRolledFor, ownedUntilTick, expiresTick } = world.components.loot.columns;
  owner[thing] = winner;
  isRolledFor[thing] = 0;
  ownedUntilTick[thing] = world.tick + world.content.rules.lootOwnedTicks;
  expiresTick[thing] = Math.max(expiresTick[thing]!, ownedUntilTick[thing]!);
  noteLaid(world, thing);
  end(world, roll, winner);
}

/** The character who has it, 0 where all passed. */
function throwDice({ tables }: Deciding, roll: number): number {
  const { lootRolls: rolls, random } = tables;
  const first = roll * partyMembersMax;
  const last = first + partyMembersMax;
  let best: number = LootChoice.pass;
  for (let at = first; at < last; at++)
    if (rolls.characters[at] !== 0) best = Math.max(best, rolls.choices[at]!);
  if (best === LootChoice.pass) return 0;
  let winner = 0;
  let most = 0;
  let equals = 0;
  for (let at = first; at < last; at++) {
    if (rolls.choices[at] !== best || rolls.characters[at] === 0) continue;
    const points = random.loot.wholeBetween(1, diceMax);
    rolls.points[at] = points;
    if (points < most) continue;
    equals = points === most ? equals + 1 : 1;
    most = points;
    if (equals > 1 && !random.loot.chance(1 / equals)) continue;
    winner = rolls.characters[at]!;
  }
  return winner;
}

function end(world: Deciding, roll: number, winner: number): void {
  const { lootRolls: rolls, characters } = world.tables;
  rolls.winners[roll] = winner;
  rolls.decidedTick[roll] = world.tick;
  for (let at = roll * partyMembersMax; at < (roll + 1) * partyMembersMax; at++) {
    const row = characters.rowOf(rolls.characters[at]!);
    if (row !== 0) noteLootRollDecided(world.facts, world.idAt(row), rolls.numbers[roll]!);
  }
}
