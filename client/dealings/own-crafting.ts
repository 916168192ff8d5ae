// What the own character makes, as the server last told it.

import type { CraftingBegun, CraftingEnded, PieceCrafted } from '#adapters/protocol/generated/game.js';

export class OwnCrafting {
  /** Recipe id from the content, 0 while it makes nothing. */
  recipe = 0;
  /** Pieces that are still to be made. */
  left = 0;
  /** How long each takes. */
  durationTicks = 0;
  /** Pieces that were made since it began, and those that spoilt. */
  made = 0;
  failed = 0;

  begun({ recipe, count, durationTicks }: CraftingBegun): void {
    this.recipe = recipe;
    this.left = count;
    this.durationTicks = durationTicks;
    this.made = 0;
    this.failed = 0;
  }

  crafted({ item, left }: PieceCrafted): void {
    this.left = left;
    if (item === 0) this.failed++;
    else this.made++;
  }

  /** How many pieces there were stays to be read. */
  ended({ made }: CraftingEnded): void {
    this.recipe = 0;
    this.left = 0;
    this.made = made;
  }

  leave(): void {
    this.recipe = 0;
    this.left = 0;
    this.durationTicks = 0;
    this.made = 0;
    this.failed = 0;
  }
}
