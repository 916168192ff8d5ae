// A player takes on a quest, from somebody who gives it.

import type { WorldOf } from '../engine/system.js';
import { talkRefusal } from '../npcs/services.js';
import type { OrderRule } from '../orders/order-rule.js';
import { beginQuest, questFacts } from '../quest-log/quest-log.js';
import type { Questing } from '../quest-log/quest-log.js';
import { LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import { givesQuest, takeOnRefusal } from './quest-offers.js';
import type { Offering } from './quest-offers.js';

export const acceptQuest: OrderRule<Offering & Questing & WorldOf<'inventory'>> = {
  verb: LedgerVerb.quest,
  factsMax: questFacts,
  /** Numbers: entity id of who gives it, quest. */
  decide(world, row, { numbers, command }) {
    const npc = world.rowOf(numbers[0]!);
    const talk = talkRefusal(world, row, npc);
    if (talk !== allowed) return talk;
    const quest = world.content.quests[numbers[1]!];
    if (quest === undefined) return RefusalReason.unknownQuest;
    if (!givesQuest(world, npc, quest.id)) return RefusalReason.notOfferedHere;
    const verdict = takeOnRefusal(world, row, quest);
    if (verdict !== allowed) return verdict;
    beginQuest(world, row, quest.id, quest.stages[0]!.number, command);
    world.components.quests.columns.talkingTo[row] = world.idAt(npc);
    return allowed;
  },
};
