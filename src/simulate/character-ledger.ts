// What is known of characters while they are out of the world: who returns brings what it left with, nobody is in the
// world twice, and no unit of an item appears or vanishes unaccounted.

import type { Game } from '#application/game/game.js';
import { inventorySlots } from '#domain/inventory/columns.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';
import type { CharacterAudience } from '#application/presence/character-audience.js';

export class CharacterLedger implements CharacterAudience {
  readonly broken: string[] = [];
  private readonly present = new Set<string>();
  private readonly absent = new Map<string, StoredCharacter>();

  entered(character: StoredCharacter): void {
    const { name } = character;
    if (this.present.has(name)) this.broken.push(`${name} entered the world twice`);
    const left = this.absent.get(name);
    if (left !== undefined && belongings(left) !== belongings(character)) {
      this.broken.push(`${name} left with ${belongings(left)} and came back with ${belongings(character)}`);
    }
    if (left !== undefined && left.health === 0 && character.health !== 0) {
      this.broken.push(`${name} left dead and came back with ${character.health} health`);
    }
    this.absent.delete(name);
    this.present.add(name);
  }

  departed(character: StoredCharacter): void {
    if (!this.present.delete(character.name))
      this.broken.push(`${character.name} left without having entered`);
    this.absent.set(character.name, character);
  }

  saved({ name, coins, experience, inventory }: StoredCharacter): void {
    if (!(coins >= 0 && experience >= 0 && inventory.every(({ item, count }) => item > 0 && count > 0))) {
      this.broken.push(`${name} was saved with impossible belongings`);
    }
  }

  /** Units created = on the ground + carried + stored + expired. Call between ticks, with nobody on the way. */
  checkUnits(game: Game): void {
    const created = game.factCounts.lootUnitsDropped + game.factCounts.startingUnits;
    let found = game.factCounts.lootUnitsExpired + unitsOnGround(game);
    for (const seat of game.seats.all()) if (seat.row !== 0) found += unitsCarried(game, seat.row);
    for (const { inventory } of this.absent.values()) {
      for (const { count } of inventory) found += count;
    }
    if (created !== found) this.broken.push(`${created} units of items came into being, ${found} are there`);
  }
}

function unitsOnGround({ world }: Game): number {
  const { loot } = world.components;
  let units = 0;
  for (let row = 1; row < world.store.entities.rowsUsed; row++)
    if (loot.has(row)) units += loot.columns.counts[row]!;
  return units;
}

function unitsCarried({ world }: Game, row: number): number {
  const { counts } = world.components.inventory.columns;
  let units = 0;
  for (let slot = 0; slot < inventorySlots; slot++) units += counts[row * inventorySlots + slot]!;
  return units;
}

function belongings({ coins, experience, level, kills, inventory }: StoredCharacter): string {
  const items = inventory.map(({ slot, item, count }) => `${slot}:${item}×${count}`).join(' ');
  return `${coins} coins, ${experience} experience, level ${level}, ${kills} kills, ${items}`;
}
