// What a player is told of itself: level, experience, maxima and coins, and its inventory slots.

import { inventorySlots } from '#domain/inventory/columns.js';
import { nextLevelStart } from '#domain/progression/experience.js';
import type { CharacterStatusMessage, InventorySlotMessage } from '#domain/vocabulary/generated/messages.js';
import type { Reused } from '#domain/vocabulary/reused.js';
import type { Game } from '../game/game.js';
import type { Seat } from '../seats/seats.js';

const numbers: Reused<CharacterStatusMessage> = {
  level: 0,
  experience: 0,
  experienceNext: 0,
  healthMax: 0,
  manaMax: 0,
  coins: 0,
};
const inventorySlot: Reused<InventorySlotMessage> = { slot: 0, item: 0, count: 0 };

/** All that a newcomer has to know of itself. A client begins with an empty inventory. */
export function tellEverything(game: Game, seat: Seat): void {
  tellStatus(game, seat);
  const { items } = game.world.components.inventory.columns;
  let slots = 0;
  for (let slot = 0; slot < inventorySlots; slot++)
    if (items[seat.place * inventorySlots + slot] !== 0) slots |= 1 << slot;
  tellSlots(game, seat, slots);
}

export function tellStatus({ world, output }: Game, seat: Seat): void {
  const { vitals, identity, progress, wallet } = world.components;
  const { place } = seat;
  const level = identity.columns.level[place]!;
  numbers.level = level;
  numbers.experience = progress.columns.experience[place]!;
  numbers.experienceNext = nextLevelStart(world.content.progression.experienceCurve, level);
  numbers.healthMax = vitals.columns.healthMax[place]!;
  numbers.manaMax = vitals.columns.manaMax[place]!;
  numbers.coins = wallet.columns.coins[place]!;
  output.toSession.characterStatus(seat.session, numbers);
}

/** `slots`: one bit each, told in ascending order. */
export function tellSlots({ world, output }: Game, seat: Seat, slots: number): void {
  const { items, counts } = world.components.inventory.columns;
  for (let bits = slots; bits !== 0; bits &= bits - 1) {
    const slot = 31 - Math.clz32(bits & -bits);
    const at = seat.place * inventorySlots + slot;
    inventorySlot.slot = slot;
    inventorySlot.item = items[at]!;
    inventorySlot.count = counts[at]!;
    output.toSession.inventorySlot(seat.session, inventorySlot);
  }
}
