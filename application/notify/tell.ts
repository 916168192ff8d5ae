// What a player is told of itself: level, experience, maxima and coins, and its inventory slots.

import { inventorySlots } from '#domain/inventory/inventory.js';
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
  const { inventory } = seat.sheet;
  inventory.changedSlots = 0;
  for (let slot = 0; slot < inventorySlots; slot++)
    if (inventory.items[slot] !== 0) inventory.changedSlots |= 1 << slot;
  tellChangedSlots(game, seat);
}

export function tellStatus(game: Game, seat: Seat): void {
  const { vitals } = game.world.components;
  const { sheet } = seat;
  numbers.level = sheet.level;
  numbers.experience = sheet.experience;
  numbers.experienceNext = nextLevelStart(game.world.content.progression.experienceCurve, sheet.level);
  numbers.healthMax = vitals.columns.healthMax[seat.place]!;
  numbers.manaMax = vitals.columns.manaMax[seat.place]!;
  numbers.coins = sheet.coins;
  game.output.toSession.characterStatus(seat.session, numbers);
}

export function tellChangedSlots(game: Game, seat: Seat): void {
  const { inventory } = seat.sheet;
  for (let bits = inventory.changedSlots; bits !== 0; bits &= bits - 1) {
    const slot = 31 - Math.clz32(bits & -bits);
    inventorySlot.slot = slot;
    inventorySlot.item = inventory.items[slot]!;
    inventorySlot.count = inventory.counts[slot]!;
    game.output.toSession.inventorySlot(seat.session, inventorySlot);
  }
  inventory.changedSlots = 0;
}
