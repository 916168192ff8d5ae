// Why an actor may not use a skill on a target now.

import type { SkillDefinition } from '../content/generated/definitions.js';
import { EntityKind, RefusalReason } from '../vocabulary/generated/words.js';
import { isInSight } from '../space/line-of-sight.js';
import { cooldownSlots } from '../combat/columns.js';
import { defineAccess } from '../engine/rule-access.js';
import type { WorldFor } from '../engine/rule-access.js';
import type { WorldOf } from '../engine/system.js';
import { allowed } from '../vocabulary/verdict.js';
import type { Verdict } from '../vocabulary/verdict.js';

/** Who can be asked about: its state as a fighter. */
export type Able = WorldOf<'dead' | 'stunned' | 'casting' | 'combat' | 'vitals'>;
export type Foes = WorldOf<'transform' | 'identity' | 'safe' | 'evading' | 'player' | 'parties'>;
export const aiming = defineAccess({
  reads: [
    'dead',
    'stunned',
    'casting',
    'combat',
    'vitals',
    'transform',
    'identity',
    'safe',
    'evading',
    'motion',
    'player',
    'parties',
  ],
});
export type Aimed = WorldFor<typeof aiming>;

/** `user` and `target` are rows; `target` is 0 for an id that names nobody. Whether the user knows the skill is asked elsewhere. */
export function skillRefusal(world: Aimed, user: number, skill: SkillDefinition, target: number): Verdict {
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
  world: Aimed & WorldOf<'positionHistory'>,
  user: number,
  skill: SkillDefinition,
  target: number,
  agoTicks: number,
): Verdict {
  const verdict = aimRefusal(world, user, skill, target);
  if (verdict !== allowed || user === target) return verdict;
  world.tables.positionHistory.locate(world, target, agoTicks, line, 2);
  return reachRefusal(world, user, skill, target);
}

/** From the user to its target. In an array, because doubles that are handed over are objects. */
const line = new Float64Array(4);

/** Everything but the distance. */
function aimRefusal(world: Aimed, user: number, skill: SkillDefinition, target: number): Verdict {
  const ready = readyRefusal(world, user, skill);
  if (ready !== allowed) return ready;
  return target === 0 ? RefusalReason.unknownTarget : targetRefusal(world, user, skill, target);
}

/** Whether the user itself could: alive, free, not cooling down, with enough mana. */
export function readyRefusal(world: Able, user: number, skill: SkillDefinition): Verdict {
  const { dead, stunned, casting, combat, vitals } = world.components;
  if (dead.has(user)) return RefusalReason.dead;
  if (stunned.has(user) || casting.has(user)) return RefusalReason.busy;
  const { globalReadyTick, cooldownReadyTick } = combat.columns;
  if (globalReadyTick[user]! > world.tick) return RefusalReason.onCooldown;
  if (cooldownReadyTick[user * cooldownSlots + skill.cooldownSlot]! > world.tick)
    return RefusalReason.onCooldown;
  return vitals.columns.mana[user]! < skill.manaCost ? RefusalReason.notEnoughMana : allowed;
}

function targetRefusal(world: Aimed, user: number, skill: SkillDefinition, target: number): Verdict {
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

/**
 * Players and creatures are enemies; players are each other's where the map allows it, but for those of one party; safe zones
 * end all fights.
 */
export function enemyRefusal(world: Foes, user: number, target: number): Verdict {
  const { transform, identity, safe, evading } = world.components;
  if (user === target) return RefusalReason.invalidTarget;
  const { kind } = identity.columns;
  const bothPlayers = kind[user] === EntityKind.player && kind[target] === EntityKind.player;
  if (kind[user] === kind[target] && !bothPlayers) return RefusalReason.invalidTarget;
  if (evading.has(target)) return RefusalReason.invalidTarget;
  if (safe.has(user) || safe.has(target)) return RefusalReason.safeZone;
  if (bothPlayers && !world.maps[transform.columns.map[user]!]!.definition.pvp)
    return RefusalReason.notAllowed;
  return bothPlayers && areCompanions(world, user, target) ? RefusalReason.invalidTarget : allowed;
}

function areCompanions({ components, tables }: Foes, one: number, other: number): boolean {
  const { character } = components.player.columns;
  const party = tables.parties.of(character[one]!);
  return party >= 0 && party === tables.parties.of(character[other]!);
}

/** The end of `line` is set. */
function reachRefusal(
  world: WorldOf<'transform' | 'motion'>,
  user: number,
  skill: SkillDefinition,
  target: number,
): Verdict {
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
