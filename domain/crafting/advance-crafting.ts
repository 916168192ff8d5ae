// Once a tick, when blows and deaths are settled: who cannot go on with its work ends it, and whose piece is ready has it. A
// piece waits while nothing can be stored or the log has no room, and then is looked at anew.

import { isInCombat } from '../combat/harm.js';
import { defineSystem } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { CraftingEnd, LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { endCrafting } from './craft.js';
import { makePiece, pieceFacts } from './make-piece.js';
import { pieceRefusal } from './may-craft.js';
import { isAtStation } from './stations.js';

const reads = ['transform', 'identity', 'player', 'dead', 'stunned', 'casting'] as const;
const writes = [
  ...(['crafting', 'professions', 'inventory', 'equipment', 'combat'] as const),
  ...(['ledger', 'random'] as const),
] as const;

type Advancing = WorldOf<(typeof reads)[number], (typeof writes)[number]>;

export const advanceCrafting = defineSystem({
  name: 'advance-crafting',
  budgetUs: 150,
  reads,
  writes,
  emits: ['stackChanged', 'professionChanged', 'pieceMade', 'craftingCeased'],
  queries: { crafters: { with: ['crafting'] } },
  run(world, { crafters }) {
    const { runs, runsEnd } = crafters.refresh();
    for (let r = 0; r < runsEnd; r += 2) for (let e = runs[r]!; e < runs[r + 1]!; e++) advance(world, e);
  },
});

function advance(world: Advancing, row: number): void {
  const { crafting, player } = world.components;
  const { recipe: recipes, left, readyTick, session } = crafting.columns;
  if (session[row] !== player.columns.session[row]) {
    crafting.remove(row);
    return;
  }
  const end = endOf(world, row);
  if (end !== 0) return endCrafting(world, row, end);
  if (readyTick[row]! > world.tick || world.tables.ledger.mustWait(LedgerVerb.craft)) return;
  const recipe = world.content.recipes[recipes[row]!]!;
  const refusal = pieceRefusal(world, row, recipe);
  if (refusal !== allowed) return endCrafting(world, row, endFor(refusal));
  const { facts } = world;
  const reservedBefore = facts.reservedFacts;
  if (!facts.reserve(pieceFacts)) return;
  makePiece(world, row, recipe);
  facts.release(facts.reservedFacts - reservedBefore);
  if (left[row] === 0) endCrafting(world, row, CraftingEnd.done);
  else readyTick[row] = world.tick + recipe.durationTicks;
}

/** Why work cannot go on, 0 when it can. */
function endOf(world: Advancing, row: number): CraftingEnd | 0 {
  const { transform, crafting, dead, stunned, casting } = world.components;
  if (dead.has(row)) return CraftingEnd.death;
  if (isInCombat(world, row)) return CraftingEnd.combat;
  if (stunned.has(row) || casting.has(row)) return CraftingEnd.interrupted;
  if (world.tables.ledger.isClosed(LedgerVerb.craft)) return CraftingEnd.switchedOff;
  const { recipe, map } = crafting.columns;
  if (transform.columns.map[row] !== map[row]) return CraftingEnd.apart;
  const { station } = world.content.recipes[recipe[row]!]!;
  return isAtStation(world, row, station) ? 0 : CraftingEnd.apart;
}

/** What a refusal is called when it ends work that had begun. */
function endFor(refusal: Verdict): CraftingEnd {
  switch (refusal) {
    case RefusalReason.notEnoughItems:
      return CraftingEnd.materials;
    case RefusalReason.inventoryFull:
      return CraftingEnd.room;
    case RefusalReason.tooHeavy:
      return CraftingEnd.weight;
    case RefusalReason.noTool:
    case RefusalReason.wornOut:
      return CraftingEnd.tool;
    case RefusalReason.noStation:
      return CraftingEnd.apart;
    default:
      return CraftingEnd.requirements;
  }
}
