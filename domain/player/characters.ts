// Characters in the world by their number (player.character): rights are held by it, whatever their entity.

import { defineTable } from '../engine/system.js';

export class Characters {
  readonly #places = new Map<number, number>();

  enter(character: number, place: number): void {
    this.#places.set(character, place);
  }

  leave(character: number): void {
    this.#places.delete(character);
  }

  /** 0 for one who is not in the world. */
  placeOf(character: number): number {
    return this.#places.get(character) ?? 0;
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    characters: Characters;
  }
}

/** It follows from the players in the world, so it has no hash. */
export const characters = defineTable({ name: 'characters', create: () => new Characters() });
