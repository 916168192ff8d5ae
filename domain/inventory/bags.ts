// The bags of a player in the world.

import type { WorldOf } from '../engine/system.js';
import { HolderKind } from '../vocabulary/generated/words.js';
import type { Bag } from '../ledger/bag.js';
import { bankSlots, buyBackSlots, equipmentSlots, inventorySlots } from './columns.js';

export function pointAtInventory(world: WorldOf<'player', 'inventory'>, row: number, bag: Bag): Bag {
  return bag
    .pointAt(world.components.inventory.columns, row * inventorySlots, inventorySlots)
    .of(HolderKind.inventory, world.components.player.columns.character[row]!, world.idAt(row));
}

export function pointAtEquipment(world: WorldOf<'player', 'equipment'>, row: number, bag: Bag): Bag {
  return bag
    .pointAt(world.components.equipment.columns, row * equipmentSlots, equipmentSlots)
    .of(HolderKind.equipment, world.components.player.columns.character[row]!, world.idAt(row));
}

export function pointAtBank(world: WorldOf<'player', 'bank'>, row: number, bag: Bag): Bag {
  return bag
    .pointAt(world.components.bank.columns, row * bankSlots, bankSlots)
    .of(HolderKind.bank, world.components.player.columns.character[row]!, world.idAt(row));
}

export function pointAtBuyBack(world: WorldOf<'player', 'buyBack'>, row: number, bag: Bag): Bag {
  return bag
    .pointAt(world.components.buyBack.columns, row * buyBackSlots, buyBackSlots)
    .of(HolderKind.buyBack, world.components.player.columns.character[row]!, world.idAt(row));
}
