// A player who makes things, on a map with an anvil beside it.

import { advanceCrafting } from '#domain/crafting/advance-crafting.js';
import type { RecipeDefinition } from '#domain/content/generated/definitions.js';
import type { ContentLists } from '#domain/content/content.js';
import { professionLanes, skillOf } from '#domain/progression/professions.js';
import { RequestId } from '#domain/vocabulary/generated/requests.js';
import { Profession } from '#domain/vocabulary/generated/words.js';
import { blank } from '../../support/worlds/generated/blank-records.js';
import { field, item, pit, smallContent, smallRules } from '../../support/worlds/small-content.js';
import { OrderingPlayer } from '../harness/ordering-player.js';

export const Thing = { ore: 1, coal: 2, bar: 3, fineBar: 4, hammer: 5, amulet: 6 } as const;
export const Recipe = { bar: 1, byHand: 2, hard: 3, tooled: 4, amulet: 5, many: 6 } as const;

/** Ticks that a piece takes. */
export const pieceTicks = 10;

function recipe(id: number, more: Partial<RecipeDefinition> = {}): RecipeDefinition {
  return {
    ...blank.recipe,
    ...{ id, key: `recipe-${id}`, name: `recipe ${id}`, station: 'anvil', durationTicks: pieceTicks },
    inputs: [
      { item: Thing.ore, count: 2 },
      { item: Thing.coal, count: 1 },
    ],
    output: { item: Thing.bar, count: 1 },
    ...more,
  };
}

export const craftingContent = (more: Partial<ContentLists> = {}) =>
  smallContent({
    items: [
      { ...item(Thing.ore, 'ore', 10), weightGrams: 10 },
      { ...item(Thing.coal, 'coal', 10), weightGrams: 1 },
      { ...item(Thing.bar, 'bar', 5), weightGrams: 15 },
      { ...item(Thing.fineBar, 'fine-bar', 5), weightGrams: 15 },
      { ...item(Thing.hammer, 'hammer', 1), kind: 'tool', equipSlot: 'mainHand', durabilityMax: 3, power: 2 },
      { ...item(Thing.amulet, 'amulet', 1), bind: 'onPickUp', weightGrams: 1 },
    ],
    recipes: [
      recipe(Recipe.bar),
      recipe(Recipe.byHand, { station: 'none', inputs: [{ item: Thing.coal, count: 1 }] }),
      recipe(Recipe.hard, {
        ...{ profession: 'smithing', skillMin: 2, skillUntil: 6, successChance: 0.5, levelMin: 2 },
        finer: { item: Thing.fineBar, chance: 0.5 },
      }),
      recipe(Recipe.tooled, { tool: Thing.hammer, profession: 'smithing', skillUntil: 4 }),
      recipe(Recipe.amulet, { output: { item: Thing.amulet, count: 2 } }),
      recipe(Recipe.many, { output: { item: Thing.bar, count: 12 } }),
    ],
    maps: [field({ craftingStations: [{ key: 'anvil', station: 'anvil', reachM: 2, x: 21, y: 20 }] }), pit()],
    rules: { ...smallRules, carryGramsMax: 2_000 },
    ...more,
  });

export class Crafter extends OrderingPlayer {
  constructor({ level = 2, content = craftingContent() } = {}) {
    super({ content, level, systems: [advanceCrafting] });
    this.give(0, Thing.ore, 10);
    this.give(1, Thing.coal, 10);
    this.small.told();
  }

  crafts(recipe: number = Recipe.bar, count = 1) {
    return this.does(RequestId.craft, [recipe, count]);
  }

  stops() {
    return this.does(RequestId.stopCrafting, []);
  }

  /** As many ticks as a piece takes, and what was told in them. */
  works(pieces = 1) {
    this.small.told();
    this.small.tick(pieces * pieceTicks);
    return this.small.told();
  }

  get isCrafting(): boolean {
    return this.small.world.components.crafting.has(this.row);
  }

  get skill(): number {
    return skillOf(this.small.world, this.row, Profession.smithing);
  }

  set skill(skill: number) {
    const at = this.row * professionLanes + Profession.smithing;
    this.small.world.components.professions.columns.skills[at] = skill;
  }

  goes(x: number, y = 20, map = 0): void {
    const { columns } = this.small.world.components.transform;
    [columns.x[this.row], columns.y[this.row], columns.map[this.row]] = [x, y, map];
  }

  /** Something else in every slot that is free. */
  fills(): void {
    for (let slot = 0; slot < this.bag.slots; slot++) if (!this.bag.has(slot)) this.give(slot, Thing.hammer);
    this.small.told();
  }
}
