// Weapons wear by blows that are given, armour by blows that are taken: one piece by one, after so many blows. Where the log
// has no room for what was worn, it is not worn this time but at the next blow.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { pointAtEquipment } from '../inventory/bags.js';
import { equipSlots, isWornOut } from '../inventory/equip-slots.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { ledgered, markStack } from '../ledger/stacks.js';
import { setStrength } from '../progression/attributes.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';

export const wearing = defineAccess({
  rules: [ledgered],
  reads: ['player', 'identity'],
  writes: ['equipment', 'combat'],
  emits: ['stackChanged'],
});
type Wearing = WorldFor<typeof wearing>;

/** Where blows are taken, in turn. */
const places = [equipSlots.offHand, equipSlots.head, equipSlots.chest, equipSlots.legs, equipSlots.feet];

const worn = new Bag();
const deed = new Deed();

/** A blow of `attacker` has landed on `target`; both are rows. */
export function wearByBlow(world: Wearing, attacker: number, target: number): void {
  if (world.tables.ledger.isClosed(LedgerVerb.wear)) return;
  const { player, equipment } = world.components;
  const { blowsGiven, blowsTaken } = equipment.columns;
  if (player.has(attacker) && isDue(world, blowsGiven, attacker)) {
    const isNoted = wearPlace(world, attacker, equipSlots.mainHand);
    if (isNoted) blowsGiven[attacker] = 0;
  }
  if (player.has(target) && isDue(world, blowsTaken, target) && wearArmour(world, target))
    blowsTaken[target] = 0;
}

function isDue({ content }: Wearing, blows: Uint16Array, row: number): boolean {
  const { blowsPerWear } = content.rules;
  blows[row] = Math.min(blowsPerWear, blows[row]! + 1);
  return blows[row]! >= blowsPerWear;
}

/** The next piece that can wear. False when there was no room to note it. */
function wearArmour(world: Wearing, row: number): boolean {
  const { nextPlace } = world.components.equipment.columns;
  for (let i = 0; i < places.length; i++) {
    const at = (nextPlace[row]! + i) % places.length;
    if (!canWear(world, row, places[at]!)) continue;
    if (!wearPlace(world, row, places[at]!)) return false;
    nextPlace[row] = (at + 1) % places.length;
    return true;
  }
  return true;
}

function canWear(world: Wearing, row: number, place: number): boolean {
  pointAtEquipment(world, row, worn);
  const item = world.content.items[worn.itemAt(place)];
  return item !== undefined && item.durabilityMax > 0 && !isWornOut(item, wearAt(place));
}

function wearPlace(world: Wearing, row: number, place: number): boolean {
  if (!canWear(world, row, place)) return true;
  if (!world.facts.reserve(1)) return false;
  const wear = wearAt(place) + 1;
  deed.is(LedgerVerb.wear, worn.owner);
  markStack(world, deed, worn, place, wear, worn.columns.bound[worn.first + place]!);
  const item = world.content.items[worn.itemAt(place)]!;
  if (isWornOut(item, wear)) setStrength(world, row);
  return true;
}

function wearAt(place: number): number {
  return worn.columns.wear[worn.first + place]!;
}
