// A piece is finished: in one tick, what goes into it is no more, what comes of it is there, the tool has worn and the lesson
// is learned. Chance decides only now, when nothing can be refused any more. A piece that spoils uses up all that goes into
// it, wears the tool and teaches nothing.

import type { RecipeDefinition } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';
import { pointAtInventory } from '../inventory/bags.js';
import { bindTaken } from '../inventory/binding.js';
import { inventorySlots } from '../inventory/columns.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import type { Ledgered } from '../ledger/stacks.js';
import { createIn } from '../ledger/stow.js';
import { skillOf, teach } from '../progression/professions.js';
import { notePieceMade } from '../vocabulary/generated/facts.js';
import { CraftOutcome, LedgerVerb, Profession } from '../vocabulary/generated/words.js';
import { spend } from './spending.js';
import { wearTool } from './tools.js';

export type Making = Ledgered &
  WorldOf<
    'player' | 'identity',
    'inventory' | 'equipment' | 'combat' | 'professions' | 'crafting' | 'random'
  >;

/** Durable facts that a piece writes at most: what goes out of each slot, comes into it and is bound, the tool, the lesson. */
export const pieceFacts = 3 * inventorySlots + 2;

const bag = new Bag();
const deed = new Deed();

/** The caller has looked (may-craft), in this tick and at nothing else since, and reserved `pieceFacts`. */
export function makePiece(world: Making, row: number, recipe: RecipeDefinition): void {
  const { left, made } = world.components.crafting.columns;
  pointAtInventory(world, row, bag);
  deed.is(LedgerVerb.craft, bag.owner);
  spend(world, deed, bag);
  const outcome = drawOutcome(world, row, recipe);
  const item = itemOf(recipe, outcome);
  const count = item === 0 ? 0 : recipe.output.count;
  if (item !== 0) {
    createIn(world, deed, bag, item, count, world.content.items[item]!.stackMax);
    bindTaken(world, deed, bag, item);
    made[row] = made[row]! + 1;
    learn(world, row, recipe);
  }
  left[row] = left[row]! - 1;
  if (recipe.tool !== 0) wearTool(world, deed, row, recipe.tool);
  notePieceMade(world.facts, world.idAt(row), recipe.id, outcome, item, count, left[row]!);
}

function drawOutcome(world: Making, row: number, recipe: RecipeDefinition): CraftOutcome {
  const { crafting: random } = world.tables.random;
  if (!random.chance(chanceAt(recipe, skillOf(world, row, Profession[recipe.profession]))))
    return CraftOutcome.failed;
  const { finer } = recipe;
  return finer !== undefined && random.chance(finer.chance) ? CraftOutcome.finer : CraftOutcome.made;
}

function itemOf({ output, finer }: RecipeDefinition, outcome: CraftOutcome): number {
  if (outcome === CraftOutcome.failed) return 0;
  return outcome === CraftOutcome.finer && finer !== undefined ? finer.item : output.item;
}

/** How often a piece succeeds, 0 to 1: ours, even steps from `successChance` at `skillMin` to always at `skillUntil`. */
export function chanceAt({ successChance, skillMin, skillUntil }: RecipeDefinition, skill: number): number {
  if (skill >= skillUntil) return 1;
  const way = Math.max(0, skill - skillMin) / (skillUntil - skillMin);
  return successChance + (1 - successChance) * way;
}

function learn(world: Making, row: number, { profession, skillUntil }: RecipeDefinition): void {
  const number = Profession[profession];
  if (number === Profession.none || skillOf(world, row, number) >= skillUntil) return;
  teach(world, row, number, LedgerVerb.craft);
}
