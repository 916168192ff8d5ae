// Once a tick: what players asked for is done, or they are told why not.

import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import { defineSystem } from '../engine/system.js';
import { reviveOnRequest, reviving } from '../respawn/revive.js';
import { effectAccess } from '../skills/effects/effect.js';
import { aiming, skillRefusalAsSeen } from '../skills/skill-refusal.js';
import { useSkill } from '../skills/use-skill.js';
import { viewLagTicks } from '../skills/view-lag.js';
import { RequestId } from '../vocabulary/generated/requests.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import { answer } from './answer.js';
import { intentList } from './intents.js';

const deciding = defineAccess({
  rules: [reviving, aiming, effectAccess],
  reads: ['positionHistory', 'player'],
  writes: ['intents', 'intentList', 'entities'],
  emits: ['requestRefused'],
});
type Deciding = WorldFor<typeof deciding>;

export const decideIntents = defineSystem({
  name: 'player-actions',
  budgetUs: 500,
  ...deciding,
  owns: [intentList],
  run(world) {
    const { intentList: table } = world.tables;
    const { columns } = world.components.intents;
    for (let i = 0; i < table.count; i++) {
      const row = world.rowOf(table.entities[i]!);
      if (row === 0) continue;
      columns.isListed[row] = 0;
      if (columns.respawn[row] !== 0) decideRespawn(world, row);
      if (columns.skill[row] !== 0) decideSkill(world, row);
    }
    table.count = 0;
  },
});

function decideRespawn(world: Deciding, row: number): void {
  world.components.intents.columns.respawn[row] = 0;
  answer(world, row, RequestId.respawn, reviveOnRequest(world, row));
}

function decideSkill(world: Deciding, row: number): void {
  const { columns } = world.components.intents;
  const skill = columns.skill[row]!;
  const target = columns.skillTarget[row]!;
  columns.skill[row] = 0;
  columns.skillTarget[row] = 0;
  answer(world, row, RequestId.useSkill, trySkill(world, row, skill, target));
}

function trySkill(world: Deciding, row: number, skillId: number, targetId: number): Verdict {
  const { content, components } = world;
  const skill = content.skills[skillId];
  if (skill === undefined || !content.rules.playerSkills.includes(skill.id))
    return RefusalReason.unknownSkill;
  // What can be done to oneself needs no target.
  const target = targetId === 0 && skill.target !== 'enemy' ? row : world.rowOf(targetId);
  const agoTicks = viewLagTicks(components.player.columns, row);
  const verdict = skillRefusalAsSeen(world, row, skill, target, agoTicks);
  return verdict === allowed ? useSkill(world, row, skill, target) : verdict;
}
