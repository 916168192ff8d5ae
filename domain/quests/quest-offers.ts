// Which quests an npc has to do with, and how they stand with a player.

import type { QuestDefinition } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';
import { serviceOf } from '../npcs/services.js';
import type { Talking } from '../npcs/services.js';
import { questSlots } from '../quest-log/columns.js';
import { slotOfQuest } from '../quest-log/quest-log.js';
import { QuestOfferState, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { requirementRefusal } from './requirements.js';
import type { Required } from './requirements.js';
import { findStage, isStageDone } from './stages.js';
import type { Progressing } from './stages.js';

export type Offering = Talking & Required & Progressing & WorldOf<'calendar'>;

/** Quests of one npc's own, and of the log, which may end there. */
export const offersMax = 32;

/** Whether somebody who stands in the row `npc` gives the quest. */
export function givesQuest(world: Talking, npc: number, quest: number): boolean {
  return serviceOf(world, npc, 'questGiver')?.quests.includes(quest) === true;
}

/** Why the player at `row` cannot take it on now, whoever gives it. */
export function takeOnRefusal(world: Offering, row: number, quest: QuestDefinition): Verdict {
  if (slotOfQuest(world, row, quest.id) >= 0) return RefusalReason.alreadyTaken;
  const history = world.tables.questHistories.of(row);
  const known = history.find(quest.id);
  if (known >= 0) {
    if (quest.repeat === 'never') return RefusalReason.alreadyDone;
    // Before anybody said what the date is, it is 1970.
    if (world.tables.calendar.nowSeconds < history.untilSeconds[known]!)
      return RefusalReason.notRepeatableYet;
  }
  const required = requirementRefusal(world, row, quest.requires);
  if (required !== allowed) return required;
  return slotOfQuest(world, row, 0) < 0 ? RefusalReason.questLogFull : allowed;
}

/** Calls `tell` for each quest with which the npc in the row `npc` has to do, and that is not done with for good. */
export function eachOffer(
  world: Offering,
  row: number,
  npc: number,
  tell: (quest: number, state: QuestOfferState) => void,
): void {
  const { quest: ids } = world.components.quests.columns;
  const given = serviceOf(world, npc, 'questGiver')?.quests ?? [];
  for (let at = row * questSlots; at < (row + 1) * questSlots; at++) {
    if (ids[at] === 0) continue;
    const state = stateOfTaken(world, row, at, npc, given.includes(ids[at]!));
    if (state !== undefined) tell(ids[at]!, state);
  }
  for (const id of given) {
    const quest = world.content.quests[id];
    if (quest === undefined) continue;
    const refusal = takeOnRefusal(world, row, quest);
    if (refusal === RefusalReason.alreadyTaken || refusal === RefusalReason.alreadyDone) continue;
    tell(id, refusal === allowed ? QuestOfferState.available : QuestOfferState.notYet);
  }
}

function stateOfTaken(
  world: Offering,
  row: number,
  at: number,
  npc: number,
  isGiver: boolean,
): QuestOfferState | undefined {
  const { quest, stage: stages } = world.components.quests.columns;
  const stage = findStage(world.content, quest[at]!, stages[at]!);
  const who = world.components.identity.columns.template[npc]!;
  if (stage?.handIn === who)
    return isStageDone(world, row, at, stage) ? QuestOfferState.ready : QuestOfferState.inProgress;
  const isAskedFor = stage?.objectives.some((each) => each.kind === 'talk' && each.npc === who) === true;
  return isGiver || isAskedFor ? QuestOfferState.inProgress : undefined;
}
