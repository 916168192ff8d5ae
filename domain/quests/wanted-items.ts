// What players need for the stages that they are in: things of the kind `quest` fall for them alone.

import type { WorldOf } from '../engine/system.js';
import { unitsInBag } from '../inventory/carrying.js';
import { questSlots } from '../quest-log/columns.js';
import { findStage } from './stages.js';

/** Whether some quest of the player at `row` collects the item, in any of its stages. */
export function isCollected({ components, content }: WorldOf<'quests'>, row: number, item: number): boolean {
  const { quest } = components.quests.columns;
  for (let at = row * questSlots; at < (row + 1) * questSlots; at++)
    for (const { objectives } of content.quests[quest[at]!]?.stages ?? [])
      for (const each of objectives) if (each.kind === 'collect' && each.item === item) return true;
  return false;
}

/** Whether some quest of the player at `row` is in a stage that collects the item, and has not enough of it yet. */
export function isWanted(world: WorldOf<'inventory' | 'quests'>, row: number, item: number): boolean {
  const { quest, stage: stages } = world.components.quests.columns;
  let wanted = 0;
  for (let at = row * questSlots; at < (row + 1) * questSlots; at++) {
    if (quest[at] === 0) continue;
    for (const each of findStage(world.content, quest[at]!, stages[at]!)?.objectives ?? [])
      if (each.kind === 'collect' && each.item === item) wanted += each.count;
  }
  return wanted > 0 && unitsInBag(world, row, item) < wanted;
}
