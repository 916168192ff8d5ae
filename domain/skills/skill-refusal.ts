// Why an actor may not use a skill on a target now. Answers a RefusalReason or `allowed`: plain numbers, because every
// creature in a fight asks this many times a second and nothing may be allocated for the answer.

import { CreatureState } from '../ai/creature-state.js';
import type { SkillDefinition } from '../content/generated/definitions.js';
import { cooldownSlots } from '../world/components.js';
import { EntityKind, RefusalReason } from '../vocabulary/vocabulary.js';
import { isInSight } from '../space/line-of-sight.js';
import type { PositionHistory } from '../space/position-history.js';
import type { World } from '../world/world.js';

/** The answer when nothing stands against it. */
export const allowed = 0;
export type Verdict = RefusalReason | typeof allowed;

/** `user` and `target` are places; `target` is 0 for an id that names nobody. Whether the user knows the skill is asked elsewhere. */
export function skillRefusal(world: World, user: number, skill: SkillDefinition, target: number): Verdict {
  const verdict = aimRefusal(world, user, skill, target);
  if (verdict !== allowed || user === target) return verdict;
  const { x, y } = world.components.transform.columns;
  line[2] = x[target]!;
  line[3] = y[target]!;
  return reachRefusal(world, user, skill, target);
}

/**
 * The same by what the user saw: the target counts to be where it was `agoTicks` before. The user stands where it stands
 * now, and whether either may fight is a question of now too.
 */
export function skillRefusalAsSeen(
  world: World,
  history: PositionHistory,
  user: number,
  skill: SkillDefinition,
  target: number,
  agoTicks: number,
): Verdict {
  const verdict = aimRefusal(world, user, skill, target);
  if (verdict !== allowed || user === target) return verdict;
  history.locate(target, agoTicks, line, 2);
  return reachRefusal(world, user, skill, target);
}

/** From the user to its target. In an array, because doubles that are handed over are objects. */
const line = new Float64Array(4);

/** Everything but the distance. */
function aimRefusal(world: World, user: number, skill: SkillDefinition, target: number): Verdict {
  const ready = readyRefusal(world, user, skill);
  if (ready !== allowed) return ready;
  return target === 0 ? RefusalReason.unknownTarget : targetRefusal(world, user, skill, target);
}

/** Whether the user itself could: alive, free, not cooling down, with enough mana. */
export function readyRefusal(world: World, user: number, skill: SkillDefinition): Verdict {
  const { dead, stunned, casting, combat, vitals } = world.components;
  if (dead.has(user)) return RefusalReason.dead;
  if (stunned.has(user) || casting.has(user)) return RefusalReason.busy;
  const { globalReadyTick, cooldownReadyTick } = combat.columns;
  if (globalReadyTick[user]! > world.tick) return RefusalReason.onCooldown;
  if (cooldownReadyTick[user * cooldownSlots + skill.cooldownSlot]! > world.tick)
    return RefusalReason.onCooldown;
  return vitals.columns.mana[user]! < skill.manaCost ? RefusalReason.notEnoughMana : allowed;
}

function targetRefusal(world: World, user: number, skill: SkillDefinition, target: number): Verdict {
  const { transform, vitals, dead, identity } = world.components;
  // Who is on another map is not there at all: nothing about it is given away.
  if (transform.columns.map[user] !== transform.columns.map[target]) return RefusalReason.unknownTarget;
  if (!vitals.has(target) || dead.has(target)) return RefusalReason.invalidTarget;
  switch (skill.target) {
    case 'self':
      return user === target ? allowed : RefusalReason.invalidTarget;
    case 'ally':
      return identity.columns.kind[user] === identity.columns.kind[target]
        ? allowed
        : RefusalReason.invalidTarget;
    case 'enemy':
      return enemyRefusal(world, user, target);
  }
}

/** Players and creatures are enemies; players are each other's where the map allows it; safe zones end all fights. */
export function enemyRefusal(world: World, user: number, target: number): Verdict {
  const { transform, identity, safe, creature } = world.components;
  if (user === target) return RefusalReason.invalidTarget;
  const { kind } = identity.columns;
  const bothPlayers = kind[user] === EntityKind.player && kind[target] === EntityKind.player;
  if (kind[user] === kind[target] && !bothPlayers) return RefusalReason.invalidTarget;
  if (creature.has(target) && creature.columns.state[target] === CreatureState.returning)
    return RefusalReason.invalidTarget;
  if (safe.has(user) || safe.has(target)) return RefusalReason.safeZone;
  if (bothPlayers && !world.maps[transform.columns.map[user]!]!.definition.pvp)
    return RefusalReason.notAllowed;
  return allowed;
}

/** The end of `line` is set. */
function reachRefusal(world: World, user: number, skill: SkillDefinition, target: number): Verdict {
  const { transform, motion } = world.components;
  const { map, x, y } = transform.columns;
  const { radius } = motion.columns;
  line[0] = x[user]!;
  line[1] = y[user]!;
  const dx = line[2]! - line[0];
  const dy = line[3]! - line[1];
  const reach = skill.rangeM + radius[user]! + radius[target]!;
  if (dx * dx + dy * dy > reach * reach) return RefusalReason.outOfRange;
  if (!skill.needsLineOfSight) return allowed;
  const ground = world.maps[map[user]!]!;
  return isInSight(ground, line) ? allowed : RefusalReason.noLineOfSight;
}
