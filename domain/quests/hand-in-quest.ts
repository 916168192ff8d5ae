// A player ends a stage of a quest with whoever hears of it, and chooses how: reward and next stage, or the end, come in the
// same tick. Which stage is meant is named, so that asking twice, under whatever numbers, ends it once.

import type { WorldOf } from '../engine/system.js';
import { talkRefusal } from '../npcs/services.js';
import type { Talking } from '../npcs/services.js';
import type { OrderRule } from '../orders/order-rule.js';
import { completeQuest, enterStage, questFacts, slotOfQuest } from '../quest-log/quest-log.js';
import type { Questing } from '../quest-log/quest-log.js';
import { LedgerVerb, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import { repeatableFrom } from './repeat.js';
import { endStage, rewardFacts } from './reward.js';
import type { Rewarding } from './reward.js';
import { findStage, isStageDone } from './stages.js';

type HandingIn = Talking & Questing & Rewarding & WorldOf<'calendar'>;

export const handInQuest: OrderRule<HandingIn> = {
  verb: LedgerVerb.quest,
  factsMax: rewardFacts + questFacts,
  /** Numbers: entity id of who hears of it, quest, number of the stage, which outcome. */
  decide(world, row, { numbers, command }) {
    const npc = world.rowOf(numbers[0]!);
    const talk = talkRefusal(world, row, npc);
    if (talk !== allowed) return talk;
    const quest = world.content.quests[numbers[1]!];
    const at = quest === undefined ? -1 : slotOfQuest(world, row, quest.id);
    if (quest === undefined || at < 0) return RefusalReason.unknownQuest;
    const { stage: stages, talkingTo } = world.components.quests.columns;
    const stage = findStage(world.content, quest.id, stages[at]!);
    const outcome = stage?.outcomes[numbers[3]!];
    if (stage === undefined || outcome === undefined || stage.number !== numbers[2])
      return RefusalReason.wrongStage;
    if (stage.handIn !== world.components.identity.columns.template[npc]!)
      return RefusalReason.notOfferedHere;
    if (!isStageDone(world, row, at, stage)) return RefusalReason.notFinished;
    // When it can be taken on again has to be known by then.
    const { nowSeconds } = world.tables.calendar;
    if (quest.repeat !== 'never' && outcome.next === 0 && nowSeconds === 0) return RefusalReason.busy;
    const verdict = endStage(world, row, stage, outcome, quest.whenFull, command);
    if (verdict !== allowed) return verdict;
    if (outcome.next === 0) completeQuest(world, row, at, repeatableFrom(world, quest), command);
    else enterStage(world, row, at, outcome.next, command);
    talkingTo[row] = world.idAt(npc);
    return allowed;
  },
};
