// What follows from a creature's decision every tick: where it walks. It walks along its route (see
// routes), else straight at its goal; walls are slid along by the mover, and who gets nowhere gives up (minds).

import type { SkillDefinition } from '../content/generated/definitions.js';
import type { Query } from '../engine/ecs/query.js';
import { facingOf } from '../body/facing.js';
import { moveCreatures } from '../body/movement.js';
import { defineSystem } from '../engine/system.js';
import type { WorldOf } from '../engine/system.js';
import { readyRefusal } from '../skills/skill-refusal.js';
import type { Able } from '../skills/skill-refusal.js';
import { PathOutcome, waypointsMax } from '../space/navigation/path-columns.js';
import { allowed } from '../vocabulary/verdict.js';
import { seeEachOther } from '../space/line-of-sight.js';
import { CreatureState } from './creature-state.js';

/** It walks up to this share of its reach, so that a target which steps back a little is still in reach. */
const approachShare = 0.8;
/** Metres from its goal at which a walker stops. */
const stopM = 0.1;
/** Metres from a place on its route at which it turns to the next: less than the gap that any body has round a corner. */
const turnM = 0.15;

/** To where it looks. */
const way = new Float64Array(2);

type Chasers = Able & WorldOf<'identity', 'transform' | 'motion' | 'creature' | 'route'>;

/** Every creature that is not resting, towards its goal. */
export const steerAndMove = defineSystem({
  name: 'move-creatures',
  budgetUs: 1_500,
  reads: ['identity', 'combat', 'vitals', 'dead', 'stunned', 'casting', 'player', 'playersOnMap'],
  writes: ['transform', 'motion', 'creature', 'route'],
  queries: {
    creatures: { with: ['creature', 'transform'], without: ['dead'] },
    movers: { with: ['transform', 'motion'], without: ['player', 'dead', 'stunned'] },
  },
  run(world, { creatures, movers }) {
    steer(world, creatures);
    moveCreatures(world, movers);
  },
});

function steer(world: Chasers, creatures: Query): void {
  const { state } = world.components.creature.columns;
  const { runs, runsEnd } = creatures.refresh();
  for (let r = 0; r < runsEnd; r += 2)
    for (let e = runs[r]!; e < runs[r + 1]!; e++) {
      if (state[e] === CreatureState.idle) continue;
      if (state[e] === CreatureState.chasing) chase(world, e);
      else walkToGoal(world, e);
    }
}

function chase(world: Chasers, place: number): void {
  const { transform, combat, creature } = world.components;
  const { x, y } = transform.columns;
  const target = world.placeOf(combat.columns.target[place]!);
  if (target === 0) {
    stand(world, place);
    return;
  }
  creature.columns.goalX[place] = x[target]!;
  creature.columns.goalY[place] = y[target]!;
  const skill = approachSkill(world, place);
  const near = isWithinReach(world, place, target, skill);
  if (near && sees(world, place, target, skill)) {
    stand(world, place);
    way[0] = x[target]! - x[place]!;
    way[1] = y[target]! - y[place]!;
    transform.columns.facing[place] = facingOf(way);
  } else walkToGoal(world, place);
}

/** The skill it wants to use next: the first attack that is ready, else its first attack. It walks to that one's reach. */
function approachSkill(world: Chasers, place: number): SkillDefinition {
  const { content, components } = world;
  const { skills } = content.creatures[components.identity.columns.template[place]!]!;
  let first: SkillDefinition | undefined;
  for (let i = 0; i < skills.length; i++) {
    const skill = content.skills[skills[i]!]!;
    if (skill.target !== 'enemy') continue;
    first ??= skill;
    if (readyRefusal(world, place, skill) === allowed) return skill;
  }
  return first ?? content.skills[skills[0]!]!;
}

/** Whether the gap between the two bodies is short enough to stop for this skill. */
function isWithinReach(world: Chasers, place: number, target: number, skill: SkillDefinition): boolean {
  const { transform, motion } = world.components;
  const { x, y } = transform.columns;
  const { radius } = motion.columns;
  const dx = x[target]! - x[place]!;
  const dy = y[target]! - y[place]!;
  const reach = skill.rangeM * approachShare + radius[place]! + radius[target]!;
  return dx * dx + dy * dy <= reach * reach;
}

function sees(world: Chasers, place: number, target: number, skill: SkillDefinition): boolean {
  if (!skill.needsLineOfSight) return true;
  const { transform } = world.components;
  return seeEachOther(world.maps[transform.columns.map[place]!]!, transform, place, target);
}

/** To the next place on its route, or straight to its goal; nowhere when the route ended as near as one can get. */
function walkToGoal(world: Chasers, place: number): void {
  const { transform, creature, motion, route } = world.components;
  const { next, count, waypoints, isWalled, outcome } = route.columns;
  const index = next[place]!;
  const onRoute = index < count[place]!;
  const at = (place * waypointsMax + index) * 2;
  const dx = (onRoute ? waypoints[at]! / 2 : creature.columns.goalX[place]!) - transform.columns.x[place]!;
  const dy =
    (onRoute ? waypoints[at + 1]! / 2 : creature.columns.goalY[place]!) - transform.columns.y[place]!;
  const away = Math.sqrt(dx * dx + dy * dy);
  if (onRoute) {
    if (away <= turnM) next[place] = index + 1;
    if (away === 0) return;
  } else if (away <= stopM || (isWalled[place] === 1 && outcome[place] === PathOutcome.nearest)) {
    stand(world, place);
    return;
  }
  motion.columns.wishX[place] = dx / away;
  motion.columns.wishY[place] = dy / away;
  way[0] = dx;
  way[1] = dy;
  transform.columns.facing[place] = facingOf(way);
}

function stand(world: Chasers, place: number): void {
  const { wishX, wishY } = world.components.motion.columns;
  wishX[place] = 0;
  wishY[place] = 0;
}
