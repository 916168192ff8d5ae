// What has to be true of a player, in the words of the content (`Requirement`): for whoever asks for more than a level.

import type { Requirement } from '../content/generated/definitions.js';
import type { WorldOf } from '../engine/system.js';
import { unitsInBag } from '../inventory/carrying.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

export type Required = WorldOf<'identity' | 'inventory' | 'questHistories'>;

/** The first that is not so; of several a level, which nothing but playing on changes. */
export function requirementRefusal(
  world: Required,
  row: number,
  requirements: readonly Requirement[],
): Verdict {
  let verdict: Verdict = allowed;
  for (const requirement of requirements) {
    if (isMet(world, row, requirement)) continue;
    if (requirement.kind === 'level') return RefusalReason.levelTooLow;
    verdict = RefusalReason.prerequisiteMissing;
  }
  return verdict;
}

function isMet(world: Required, row: number, requirement: Requirement): boolean {
  switch (requirement.kind) {
    case 'level':
      return world.components.identity.columns.level[row]! >= requirement.levelMin;
    case 'questDone':
      return world.tables.questHistories.of(row).find(requirement.quest) >= 0;
    case 'carries':
      return unitsInBag(world, row, requirement.item) >= requirement.count;
  }
}
