// Characters in the world by their number (player.character): rights are held by it, whatever their entity.

import { defineTable } from '../engine/system.js';

export class Characters {
  readonly #rows = new Map<number, number>();

  enter(character: number, row: number): void {
    this.#rows.set(character, row);
  }

  leave(character: number): void {
    this.#rows.delete(character);
  }

  /** 0 for one who is not in the world. */
  rowOf(character: number): number {
    return this.#rows.get(character) ?? 0;
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    characters: Characters;
  }
}

/** It follows from the players in the world, so it has no hash. */
export const characters = defineTable({ name: 'characters', create: () => new Characters() });
