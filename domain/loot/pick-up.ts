// A player takes what lies on the ground: as many units as fit and can be carried, the rest stays.

import type { WorldOf } from '../engine/system.js';
import { inventorySlots } from '../inventory/columns.js';
import { pointAtInventory } from '../inventory/bags.js';
import { bindTaken } from '../inventory/binding.js';
import { unitsToCarry } from '../inventory/carrying.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { stackFacts } from '../ledger/stacks.js';
import type { Ledgered } from '../ledger/stacks.js';
import { stow } from '../ledger/stow.js';
import type { OrderRule } from '../orders/order-rule.js';
import { LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { lootOthersMax } from './columns.js';
import { pointAtGround } from './lay-units.js';

const ground = new Bag();
const inventory = new Bag();
const deed = new Deed();

export const pickUp: OrderRule<
  Ledgered & WorldOf<'transform' | 'player' | 'equipment', 'inventory' | 'loot' | 'entities'>
> = {
  verb: LedgerVerb.pickUp,
  /** In each slot a move, and that it is bound. */
  factsMax: (stackFacts + 1) * inventorySlots,
  /** Numbers: entity id of what lies there. */
  decide(world, row, { numbers, command }) {
    const loot = world.rowOf(numbers[0]!);
    const verdict = pickUpRefusal(world, row, loot);
    if (verdict !== allowed) return verdict;
    pointAtGround(world, loot, ground);
    pointAtInventory(world, row, inventory);
    const item = ground.itemAt(0);
    const stackMax = world.content.items[item]?.stackMax ?? 1;
    const units = unitsToCarry(world, row, item, ground.unitsAt(0));
    if (units === 0) return RefusalReason.tooHeavy;
    deed.is(LedgerVerb.pickUp, inventory.owner, 0, command);
    if (stow(world, deed, ground, 0, inventory, units, stackMax) === 0) return RefusalReason.inventoryFull;
    bindTaken(world, deed, inventory, item);
    if (!ground.has(0)) world.tables.entities.destroy(loot);
    return allowed;
  },
};

/** Why `picker` may not take what lies at `loot`; both are rows, `loot` 0 for an id that names nothing. */
function pickUpRefusal(
  world: WorldOf<'transform' | 'loot' | 'player'>,
  picker: number,
  loot: number,
): Verdict {
  const { transform, loot: loots, player } = world.components;
  if (loot === 0) return RefusalReason.unknownTarget;
  const { map, x, y } = transform.columns;
  if (map[picker] !== map[loot]) return RefusalReason.unknownTarget;
  if (!loots.has(loot)) return RefusalReason.invalidTarget;
  const dx = x[loot]! - x[picker]!;
  const dy = y[loot]! - y[picker]!;
  const reach = world.content.rules.pickUpRangeM;
  if (dx * dx + dy * dy > reach * reach) return RefusalReason.outOfRange;
  if (loots.columns.isRolledFor[loot] !== 0) return RefusalReason.notYours;
  const owner = loots.columns.owner[loot]!;
  if (owner === 0 || loots.columns.ownedUntilTick[loot]! <= world.tick) return allowed;
  const character = player.columns.character[picker]!;
  return owner === character || isShared(world, loot, character) ? allowed : RefusalReason.notYours;
}

function isShared({ components }: WorldOf<'loot'>, loot: number, character: number): boolean {
  const { others } = components.loot.columns;
  for (let at = loot * lootOthersMax; at < (loot + 1) * lootOthersMax; at++)
    if (others[at] === character) return character !== 0;
  return false;
}
