// What players are told at the end of a tick: the blows they see, their own numbers and inventory slots that changed.

import { inventorySlots } from '#domain/inventory/inventory.js';
import { nextLevelStart } from '#domain/progression/experience.js';
import type { CombatOutcome } from '#domain/vocabulary/vocabulary.js';
import type { CharacterNumbers } from '#ports/threads/player-output.js';
import type { Game } from '../game/game.js';
import { SeatState } from '../seats/seats.js';
import type { Seat } from '../seats/seats.js';

const numbers: CharacterNumbers = {
  level: 0,
  experience: 0,
  experienceNext: 0,
  healthMax: 0,
  manaMax: 0,
  coins: 0,
};

/** Once a tick, after everything was settled. */
export function tellPlayers(game: Game): void {
  tellBlows(game);
  const { toTell } = game;
  for (let i = 0; i < toTell.count; i++) {
    const seat = toTell.seats[i]!;
    // Who left meanwhile, or lingers, has nobody to be told.
    if (seat.state !== SeatState.playing) continue;
    if (seat.statusChanged) tellStatus(game, seat);
    if (seat.sheet.inventory.changedSlots !== 0) tellChangedSlots(game, seat);
  }
  toTell.clear();
}

function tellBlows({ battle, output }: Game): void {
  const { log } = battle;
  for (let i = 0; i < log.count; i++)
    output.combat(
      log.source[i]!,
      log.target[i]!,
      log.skill[i]!,
      log.outcome[i]! as CombatOutcome,
      log.amount[i]!,
    );
  log.clear();
}

/** The player's level, experience, maxima or coins changed. */
export function statusChanged(game: Game, seat: Seat): void {
  seat.statusChanged = true;
  game.toTell.add(seat);
}

export function inventoryChanged(game: Game, seat: Seat): void {
  game.toTell.add(seat);
}

/** All that a newcomer has to know of itself. A client begins with an empty inventory. */
export function tellEverything(game: Game, seat: Seat): void {
  tellStatus(game, seat);
  const { inventory } = seat.sheet;
  inventory.changedSlots = 0;
  for (let slot = 0; slot < inventorySlots; slot++)
    if (inventory.items[slot] !== 0) inventory.changedSlots |= 1 << slot;
  tellChangedSlots(game, seat);
}

function tellStatus(game: Game, seat: Seat): void {
  const { vitals } = game.world.components;
  const { sheet } = seat;
  numbers.level = sheet.level;
  numbers.experience = sheet.experience;
  numbers.experienceNext = nextLevelStart(game.world.content.progression.experienceCurve, sheet.level);
  numbers.healthMax = vitals.columns.healthMax[seat.place]!;
  numbers.manaMax = vitals.columns.manaMax[seat.place]!;
  numbers.coins = sheet.coins;
  game.output.characterStatus(seat.session, numbers);
  seat.statusChanged = false;
}

function tellChangedSlots(game: Game, seat: Seat): void {
  const { inventory } = seat.sheet;
  for (let bits = inventory.changedSlots; bits !== 0; bits &= bits - 1) {
    const slot = 31 - Math.clz32(bits & -bits);
    game.output.inventorySlot(seat.session, slot, inventory.items[slot]!, inventory.counts[slot]!);
  }
  inventory.changedSlots = 0;
}
