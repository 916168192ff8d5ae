// What follows from a creature's decision every tick: where it walks, and whom it hits. It walks along its route (see
// routes), else straight at its goal; walls are slid along by the mover, and who gets nowhere gives up (minds).

import type { Battle } from '../combat/battle.js';
import type { SkillDefinition } from '../content/generated/definitions.js';
import type { Query } from '../engine/ecs/query.js';
import { facingOf } from '../body/facing.js';
import { allowed, readyRefusal, skillRefusal } from '../skills/skill-refusal.js';
import { useSkill } from '../skills/use-skill.js';
import { PathOutcome } from '../space/navigation/path-columns.js';
import { waypointsMax } from '../world/components.js';
import { seeEachOther } from '../space/line-of-sight.js';
import type { World } from '../world/world.js';
import { CreatureState } from './creature-state.js';

/** It walks up to this share of its reach, so that a target which steps back a little is still in reach. */
const approachShare = 0.8;
/** Metres from its goal at which a walker stops. */
const stopM = 0.1;
/** Metres from a place on its route at which it turns to the next: less than the gap that any body has round a corner. */
const turnM = 0.15;

/** To where it looks. */
const way = new Float64Array(2);

/** Sets the wish of every creature that is not resting. */
export function steerCreatures(world: World, creatures: Query): void {
  const { state } = world.components.creature.columns;
  const { runs, runsEnd } = creatures.refresh();
  for (let r = 0; r < runsEnd; r += 2)
    for (let e = runs[r]!; e < runs[r + 1]!; e++) {
      if (state[e] === CreatureState.idle) continue;
      if (state[e] === CreatureState.chasing) chase(world, e);
      else walkToGoal(world, e);
    }
}

/** Lets every creature in a fight use the first of its skills that it may. */
export function fightAsCreatures(battle: Battle, creatures: Query): void {
  const { world } = battle;
  const { creature, combat } = world.components;
  const { state } = creature.columns;
  const { globalReadyTick, target } = combat.columns;
  const { runs, runsEnd } = creatures.refresh();
  for (let r = 0; r < runsEnd; r += 2)
    for (let e = runs[r]!; e < runs[r + 1]!; e++) {
      if (state[e] !== CreatureState.chasing || globalReadyTick[e]! > world.tick) continue;
      const place = world.placeOf(target[e]!);
      if (place !== 0) fight(battle, e, place);
    }
}

function fight(battle: Battle, place: number, target: number): void {
  const { skills } =
    battle.world.content.creatures[battle.world.components.identity.columns.template[place]!]!;
  for (let i = 0; i < skills.length; i++) {
    const skill = battle.world.content.skills[skills[i]!]!;
    const aim = skill.target === 'enemy' ? target : place;
    if (skillRefusal(battle.world, place, skill, aim) !== allowed) continue;
    if (skill.effect === 'heal' && !isHurt(battle.world, place)) continue;
    // Too busy to tell of it: in the next tick, then.
    useSkill(battle, place, skill, aim);
    return;
  }
}

/** Below half: a creature does not spend its heal on a scratch. */
function isHurt(world: World, place: number): boolean {
  const { health, healthMax } = world.components.vitals.columns;
  return health[place]! * 2 < healthMax[place]!;
}

function chase(world: World, place: number): void {
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
function approachSkill(world: World, place: number): SkillDefinition {
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
function isWithinReach(world: World, place: number, target: number, skill: SkillDefinition): boolean {
  const { transform, motion } = world.components;
  const { x, y } = transform.columns;
  const { radius } = motion.columns;
  const dx = x[target]! - x[place]!;
  const dy = y[target]! - y[place]!;
  const reach = skill.rangeM * approachShare + radius[place]! + radius[target]!;
  return dx * dx + dy * dy <= reach * reach;
}

function sees(world: World, place: number, target: number, skill: SkillDefinition): boolean {
  if (!skill.needsLineOfSight) return true;
  const { transform } = world.components;
  return seeEachOther(world.maps[transform.columns.map[place]!]!, transform, place, target);
}

/** To the next place on its route, or straight to its goal; nowhere when the route ended as near as one can get. */
function walkToGoal(world: World, place: number): void {
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

function stand(world: World, place: number): void {
  const { wishX, wishY } = world.components.motion.columns;
  wishX[place] = 0;
  wishY[place] = 0;
}
