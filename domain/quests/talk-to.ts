// A player talks with somebody: what its quests wanted said is said. What there is to be told besides follows from it
// (application/notify/tell-quests).

import type { WorldOf } from '../engine/system.js';
import { talkRefusal } from '../npcs/services.js';
import type { Talking } from '../npcs/services.js';
import type { OrderRule } from '../orders/order-rule.js';
import { questObjectives, questSlots } from '../quest-log/columns.js';
import { noteQuest, questFacts, setDone } from '../quest-log/quest-log.js';
import type { Questing } from '../quest-log/quest-log.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import { findStage } from './stages.js';

export const talkTo: OrderRule<Talking & Questing & WorldOf<'player'>> = {
  verb: LedgerVerb.quest,
  factsMax: questFacts * questSlots,
  /** Numbers: entity id of the npc. */
  decide(world, row, { numbers, command }) {
    const npc = world.rowOf(numbers[0]!);
    const talk = talkRefusal(world, row, npc);
    if (talk !== allowed) return talk;
    const who = world.components.identity.columns.template[npc]!;
    const { talkingTo } = world.components.quests.columns;
    talkingTo[row] = world.idAt(npc);
    for (let at = row * questSlots; at < (row + 1) * questSlots; at++) say(world, row, at, who, command);
    return allowed;
  },
};

function say(world: Questing, row: number, at: number, who: number, command: number): void {
  const { quest, stage: stages, done } = world.components.quests.columns;
  if (quest[at] === 0) return;
  const objectives = findStage(world.content, quest[at]!, stages[at]!)?.objectives ?? [];
  let isNew = false;
  for (let i = 0; i < objectives.length; i++) {
    const each = objectives[i]!;
    if (each.kind !== 'talk' || each.npc !== who || done[at * questObjectives + i] !== 0) continue;
    setDone(world, at, i, 1);
    isNew = true;
  }
  if (isNew) noteQuest(world, row, at, command);
}
