// What a client knows of its own work: what it was told last.

import { expect, it } from '@jest/globals';
import { CraftingEnd, CraftOutcome } from '#adapters/protocol/generated/game.js';
import { OwnCrafting } from '#client/dealings/own-crafting.js';

it('counts what is made and what spoils, and keeps the counts when it ends', () => {
  const crafting = new OwnCrafting();
  const recipe = 7;
  crafting.begun({ recipe, count: 3, durationTicks: 60 });
  expect({ ...crafting }).toEqual({ recipe, left: 3, durationTicks: 60, made: 0, failed: 0 });
  crafting.crafted({ recipe, outcome: CraftOutcome.failed, item: 0, count: 0, left: 2 });
  crafting.crafted({ recipe, outcome: CraftOutcome.made, item: 5, count: 2, left: 1 });
  expect({ ...crafting }).toEqual({ recipe, left: 1, durationTicks: 60, made: 1, failed: 1 });
  crafting.ended({ recipe, made: 1, reason: CraftingEnd.combat });
  expect({ ...crafting }).toEqual({ recipe: 0, left: 0, durationTicks: 60, made: 1, failed: 1 });
  crafting.leave();
  expect({ ...crafting }).toEqual({ recipe: 0, left: 0, durationTicks: 0, made: 0, failed: 0 });
});
