// A quest's stages as the content has them, and whether what one asks for is done. That is reckoned anew whenever somebody asks,
// from counts and from the bag: nothing remembers that it once was so, and so nothing has to be told that it is so no more.

import type { Content } from '../content/content.js';
import type { QuestObjective, QuestStage } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';
import { unitsInBag } from '../inventory/carrying.js';
import { questObjectives } from '../quest-log/columns.js';

export type Progressing = WorldOf<'inventory' | 'quests'>;

/** Undefined where the content has none of that number any more. */
export function findStage(content: Content, quest: number, number: number): QuestStage | undefined {
  const stages = content.quests[quest]?.stages;
  if (stages === undefined) return undefined;
  for (const stage of stages) if (stage.number === number) return stage;
  return undefined;
}

/** How much of it there has to be. */
export function neededOf(objective: QuestObjective): number {
  return objective.kind === 'talk' || objective.kind === 'visit' ? 1 : objective.count;
}

/** Whether all objectives of the stage are done by the player at `row`, whose quest it is in the slot `at`. */
export function isStageDone(world: Progressing, row: number, at: number, stage: QuestStage): boolean {
  const { done } = world.components.quests.columns;
  const { objectives } = stage;
  for (let i = 0; i < objectives.length; i++) {
    const objective = objectives[i]!;
    const is =
      objective.kind === 'collect' ? unitsInBag(world, row, objective.item) : done[at * questObjectives + i]!;
    if (is < neededOf(objective)) return false;
  }
  return true;
}
