// Why a player cannot make a piece: looked at when work begins, and again when a piece is finished, before chance decides
// anything. Whatever may come of the piece has to have room, so that no refusal tells how it would have turned out.

import type { RecipeDefinition } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';
import { pointAtInventory } from '../inventory/bags.js';
import { gramsOf, isTooHeavy } from '../inventory/carrying.js';
import { Bag } from '../ledger/bag.js';
import { skillOf } from '../progression/professions.js';
import { Profession, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { planSpending, roomAfterSpending } from './spending.js';
import { isAtStation } from './stations.js';
import { toolRefusal } from './tools.js';

export type MayCraft = WorldOf<
  'transform' | 'identity' | 'player' | 'professions',
  'inventory' | 'equipment'
>;

const bag = new Bag();

/** Allowed: what the piece uses up is planned (spending). */
export function pieceRefusal(world: MayCraft, row: number, recipe: RecipeDefinition): Verdict {
  if (world.components.identity.columns.level[row]! < recipe.levelMin)
    return RefusalReason.requirementsNotMet;
  if (skillOf(world, row, Profession[recipe.profession]) < recipe.skillMin) return RefusalReason.notSkilled;
  if (!isAtStation(world, row, recipe.station)) return RefusalReason.noStation;
  const tool = toolRefusal(world, row, recipe.tool);
  if (tool !== allowed) return tool;
  if (!planSpending(pointAtInventory(world, row, bag), recipe)) return RefusalReason.notEnoughItems;
  const { output, finer } = recipe;
  const plain = outputRefusal(world, row, recipe, output.item);
  if (plain !== allowed || finer === undefined) return plain;
  return outputRefusal(world, row, recipe, finer.item);
}

function outputRefusal(world: MayCraft, row: number, recipe: RecipeDefinition, item: number): Verdict {
  const { inputs, output } = recipe;
  const definition = world.content.items[item];
  if (definition === undefined) return RefusalReason.unknownRecipe;
  if (roomAfterSpending(bag, item, definition.stackMax) < output.count) return RefusalReason.inventoryFull;
  let grams = gramsOf(world, item, output.count);
  for (let i = 0; i < inputs.length; i++) grams -= gramsOf(world, inputs[i]!.item, inputs[i]!.count);
  return isTooHeavy(world, row, grams) ? RefusalReason.tooHeavy : allowed;
}
