// A player gives up a quest. What lies in its bag for this quest alone goes with it: whoever takes it on again gets it again
// where it came from, and nobody else has a use for it.

import { pointAtInventory } from '../inventory/bags.js';
import { inventorySlots } from '../inventory/columns.js';
import { Bag } from '../ledger/bag.js';
import { Deed } from '../ledger/deed.js';
import { unitsOf } from '../ledger/room.js';
import { destroyIn } from '../ledger/stow.js';
import type { Ledgered } from '../ledger/stacks.js';
import type { WorldOf } from '../engine/system.js';
import type { OrderRule } from '../orders/order-rule.js';
import { dropQuest, questFacts, slotOfQuest } from '../quest-log/quest-log.js';
import type { Questing } from '../quest-log/quest-log.js';
import { LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import { isCollected } from './wanted-items.js';

const bag = new Bag();
const deed = new Deed();

export const abandonQuest: OrderRule<Questing & Ledgered & WorldOf<'player', 'inventory'>> = {
  verb: LedgerVerb.quest,
  /** What each slot held, and the quest. */
  factsMax: inventorySlots + questFacts,
  /** Numbers: quest. */
  decide(world, row, { numbers, command }) {
    const quest = numbers[0]!;
    const at = quest === 0 ? -1 : slotOfQuest(world, row, quest);
    if (at < 0) return RefusalReason.unknownQuest;
    dropQuest(world, row, at, command);
    pointAtInventory(world, row, bag);
    deed.is(LedgerVerb.quest, bag.owner, 0, command);
    // Of a quest that the content has no more nobody knows what it collected.
    for (const stage of world.content.quests[quest]?.stages ?? [])
      for (const objective of stage.objectives) {
        if (objective.kind !== 'collect') continue;
        if (world.content.items[objective.item]?.kind !== 'quest') continue;
        if (isCollected(world, row, objective.item)) continue;
        destroyIn(world, deed, bag, objective.item, unitsOf(bag, objective.item));
      }
    return allowed;
  },
};
