// Once a tick: what players asked for is done, or they are told why not.

import { defineSystem } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { pickUpRefusal, takeLoot } from '../loot/ground-loot.js';
import { reviveOnRequest } from '../respawn/revive.js';
import type { Rising } from '../respawn/stand-up.js';
import type { EffectWorld } from '../skills/effects/effect.js';
import { skillRefusalAsSeen } from '../skills/skill-refusal.js';
import type { Aimed } from '../skills/skill-refusal.js';
import { useSkill } from '../skills/use-skill.js';
import { viewLagTicks } from '../skills/view-lag.js';
import { noteRequestRefused } from '../vocabulary/generated/facts.js';
import { RequestId } from '../vocabulary/generated/requests.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';
import { RefusalReason } from '../vocabulary/generated/words.js';
import { intentList } from './intents.js';

type Deciding = Rising &
  Aimed &
  EffectWorld &
  WorldOf<'positionHistory' | 'player', 'intents' | 'intentList' | 'inventory' | 'loot' | 'entities'>;

export const decideIntents = defineSystem({
  name: 'player-actions',
  budgetUs: 750,
  reads: ['identity', 'creature', 'safe', 'casting', 'stunned', 'evading', 'positionHistory'],
  writes: [
    'entities',
    'intents',
    'intentList',
    'inventory',
    'loot',
    'transform',
    'player',
    'vitals',
    'combat',
    'dead',
    'motion',
    'threats',
    'random',
  ],
  emits: ['struck', 'died', 'itemTaken', 'stoodUp', 'requestRefused'],
  owns: [intentList],
  run(world) {
    const { intentList: table } = world.tables;
    const { columns } = world.components.intents;
    for (let i = 0; i < table.count; i++) {
      const place = world.placeOf(table.entities[i]!);
      if (place === 0) continue;
      columns.isListed[place] = 0;
      if (columns.respawn[place] !== 0) decideRespawn(world, place);
      if (columns.skill[place] !== 0) decideSkill(world, place);
      if (columns.loot[place] !== 0) decidePickUp(world, place);
    }
    table.count = 0;
  },
});

function decideRespawn(world: Deciding, place: number): void {
  world.components.intents.columns.respawn[place] = 0;
  answer(world, place, RequestId.respawn, reviveOnRequest(world, place));
}

function decideSkill(world: Deciding, place: number): void {
  const { columns } = world.components.intents;
  const skill = columns.skill[place]!;
  const target = columns.skillTarget[place]!;
  columns.skill[place] = 0;
  columns.skillTarget[place] = 0;
  answer(world, place, RequestId.useSkill, trySkill(world, place, skill, target));
}

function trySkill(world: Deciding, place: number, skillId: number, targetId: number): Verdict {
  const { content, components } = world;
  const skill = content.skills[skillId];
  if (skill === undefined || !content.rules.playerSkills.includes(skill.id))
    return RefusalReason.unknownSkill;
  // What can be done to oneself needs no target.
  const target = targetId === 0 && skill.target !== 'enemy' ? place : world.placeOf(targetId);
  const agoTicks = viewLagTicks(components.player.columns, place);
  const verdict = skillRefusalAsSeen(world, place, skill, target, agoTicks);
  return verdict === allowed ? useSkill(world, place, skill, target) : verdict;
}

function decidePickUp(world: Deciding, place: number): void {
  const { columns } = world.components.intents;
  const item = world.placeOf(columns.loot[place]!);
  columns.loot[place] = 0;
  const verdict = pickUpRefusal(world, place, item);
  answer(world, place, RequestId.pickUp, verdict === allowed ? takeLoot(world, place, item) : verdict);
}

/** Refusals are told; that something was done shows. */
export function answer(world: WorldOf, place: number, request: RequestId, verdict: Verdict): void {
  if (verdict !== allowed) noteRequestRefused(world.facts, world.idAt(place), request, verdict);
}
