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

function chase(world: Chasers, row: number): void {
  const { transform, combat, creature } = world.components;
  const { x, y } = transform.columns;
  const target = world.rowOf(combat.columns.target[row]!);
  if (target === 0) {
    stand(world, row);
    return;
  }
  creature.columns.goalX[row] = x[target]!;
  creature.columns.goalY[row] = y[target]!;
  const skill = approachSkill(world, row);
  const near = isWithinReach(world, row, target, skill);
  if (near && sees(world, row, target, skill)) {
    stand(world, row);
    way[0] = x[target]! - x[row]!;
    way[1] = y[target]! - y[row]!;
    transform.columns.facing[row] = facingOf(way);
  } else walkToGoal(world, row);
}

/** The skill it wants to use next: the first attack that is ready, else its first attack. It walks to that one's reach. */
function approachSkill(world: Chasers, row: number): SkillDefinition {
  const { content, components } = world;
  const { skills } = content.creatures[components.identity.columns.template[row]!]!;
  let first: SkillDefinition | undefined;
  for (let i = 0; i < skills.length; i++) {
    const skill = content.skills[skills[i]!]!;
    if (skill.target !== 'enemy') continue;
    first ??= skill;
    if (readyRefusal(world, row, skill) === allowed) return skill;
  }
  return first ?? content.skills[skills[0]!]!;
}

/** Whether the gap between the two bodies is short enough to stop for this skill. */
function isWithinReach(world: Chasers, row: number, target: number, skill: SkillDefinition): boolean {
  const { transform, motion } = world.components;
  const { x, y } = transform.columns;
  const { radius } = motion.columns;
  const dx = x[target]! - x[row]!;
  const dy = y[target]! - y[row]!;
  const reach = skill.rangeM * approachShare + radius[row]! + radius[target]!;
  return dx * dx + dy * dy <= reach * reach;
}

function sees(world: Chasers, row: number, target: number, skill: SkillDefinition): boolean {
  if (!skill.needsLineOfSight) return true;
  const { transform } = world.components;
  return seeEachOther(world.maps[transform.columns.map[row]!]!, transform, row, target);
}

/** To the next place on its route, or straight to its goal; nowhere when the route ended as near as one can get. */
function walkToGoal(world: Chasers, row: number): void {
  const { transform, creature, motion, route } = world.components;
  const { next, count, waypoints, isWalled, outcome } = route.columns;
  const index = next[row]!;
  const onRoute = index < count[row]!;
  const at = (row * waypointsMax + index) * 2;
  const dx = (onRoute ? waypoints[at]! / 2 : creature.columns.goalX[row]!) - transform.columns.x[row]!;
  const dy = (onRoute ? waypoints[at + 1]! / 2 : creature.columns.goalY[row]!) - transform.columns.y[row]!;
  const away = Math.sqrt(dx * dx + dy * dy);
  if (onRoute) {
    if (away <= turnM) next[row] = index + 1;
    if (away === 0) return;
  } else if (away <= stopM || (isWalled[row] === 1 && outcome[row] === PathOutcome.nearest)) {
    stand(world, row);
    return;
  }
  motion.columns.wishX[row] = dx / away;
  motion.columns.wishY[row] = dy / away;
  way[0] = dx;
  way[1] = dy;
  transform.columns.facing[row] = facingOf(way);
}

function stand(world: Chasers, row: number): void {
  const { wishX, wishY } = world.components.motion.columns;
  wishX[row] = 0;
  wishY[row] = 0;
}
