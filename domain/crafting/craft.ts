// A player begins to make something, or stops. Nothing is taken when work begins, so nothing has to be given back when it
// ends, however it ends.

import { isInCombat } from '../combat/harm.js';
import type { WorldOf } from '../engine/system.js';
import type { OrderRule } from '../orders/order-rule.js';
import { noteCraftingBegan, noteCraftingCeased } from '../vocabulary/generated/facts.js';
import { CraftingEnd, LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import { pieceRefusal } from './may-craft.js';
import type { MayCraft } from './may-craft.js';

/** Pieces of one request. */
export const piecesMax = 99;

type Beginning = MayCraft & WorldOf<'stunned' | 'casting' | 'combat', 'crafting'>;

export const craft: OrderRule<Beginning> = {
  verb: LedgerVerb.craft,
  factsMax: 0,
  /** Numbers: recipe, pieces. */
  decide(world, row, { numbers }) {
    const { crafting, stunned, casting } = world.components;
    const recipe = world.content.recipes[numbers[0]!];
    if (recipe === undefined) return RefusalReason.unknownRecipe;
    const pieces = numbers[1]!;
    if (pieces < 1 || pieces > piecesMax) return RefusalReason.badCount;
    if (crafting.has(row) || stunned.has(row) || casting.has(row)) return RefusalReason.busy;
    if (isInCombat(world, row)) return RefusalReason.notAllowed;
    const refusal = pieceRefusal(world, row, recipe);
    if (refusal !== allowed) return refusal;
    crafting.add(row);
    const { recipe: recipes, left, readyTick, map, session } = crafting.columns;
    recipes[row] = recipe.id;
    left[row] = pieces;
    readyTick[row] = world.tick + recipe.durationTicks;
    map[row] = world.components.transform.columns.map[row]!;
    session[row] = world.components.player.columns.session[row]!;
    noteCraftingBegan(world.facts, world.idAt(row), recipe.id, recipe.durationTicks, pieces);
    return allowed;
  },
};

export const stopCrafting: OrderRule<WorldOf<never, 'crafting'>> = {
  verb: LedgerVerb.craft,
  factsMax: 0,
  decide(world, row) {
    if (!world.components.crafting.has(row)) return RefusalReason.notCrafting;
    endCrafting(world, row, CraftingEnd.stopped);
    return allowed;
  },
};

/** The player at `row`, who makes something, makes nothing more and is told why. */
export function endCrafting(world: WorldOf<never, 'crafting'>, row: number, end: CraftingEnd): void {
  const { crafting } = world.components;
  const { recipe, made } = crafting.columns;
  crafting.remove(row);
  noteCraftingCeased(world.facts, world.idAt(row), recipe[row]!, end, made[row]!);
}
