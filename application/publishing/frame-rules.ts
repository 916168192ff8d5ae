// What others see of somebody that no single column says. A field of EntityState, of Snapshot's head or of the frame
// without `from` in the schema is worked out here; the compiler asks for it. Each is made once over its columns: they are
// called for many short runs of rows.

import { bitOf } from '#domain/engine/ecs/bits.js';
import type { ComponentName, WorldOf } from '#domain/engine/system.js';
import { EntityStatus } from '#domain/vocabulary/generated/words.js';
import type { FrameRules } from './generated/frame-update.js';

const healthFull = 255;

/** What the rules read: the phase that publishes declares it. */
export const ruleComponents = [
  'vitals',
  'combat',
  'dead',
  'safe',
  'casting',
  'stunned',
] as const satisfies readonly ComponentName[];

type Shown = WorldOf<(typeof ruleComponents)[number]>;
type Members = Shown['components']['dead']['members'];

export function publishedRules(world: Shown): FrameRules {
  return { health: healthOf(world), status: statusOf(world), foe: foeOf(world) };
}

/** 0 exactly for the dead: never rounded to it while alive. Full for what has no health. */
function healthOf({ components }: Shown): FrameRules['health'] {
  const { dead, vitals } = components;
  const { members: isDead } = dead;
  const { members: isVital } = vitals;
  const { health, healthMax } = vitals.columns;
  return (start, end, into) => {
    for (let e = start; e < end; e++) {
      const isHurt = bitOf(isVital, e) === 1 && health[e]! < healthMax[e]!;
      const share = isHurt ? Math.max(1, ((health[e]! / healthMax[e]!) * healthFull + 0.5) | 0) : healthFull;
      into[e] = bitOf(isDead, e) === 1 ? 0 : share;
    }
  };
}

function statusOf(world: Shown): FrameRules['status'] {
  const { dead, safe, casting, stunned, combat } = world.components;
  const [isDead, isSafe, isCasting, isStunned, hasFought] = [dead, safe, casting, stunned, combat].map(
    ({ members }) => members,
  ) as [Members, Members, Members, Members, Members];
  const { inCombatUntilTick } = combat.columns;
  return (start, end, into) => {
    const { tick } = world;
    for (let e = start; e < end; e++) {
      const fights = bitOf(hasFought, e) === 1 && inCombatUntilTick[e]! > tick;
      into[e] =
        bitOf(isDead, e) * EntityStatus.dead +
        bitOf(isSafe, e) * EntityStatus.safe +
        bitOf(isCasting, e) * EntityStatus.casting +
        bitOf(isStunned, e) * EntityStatus.stunned +
        (fights ? EntityStatus.inCombat : 0);
    }
  };
}

function foeOf(world: Shown): FrameRules['foe'] {
  const { members: hasFought } = world.components.combat;
  const { inCombatUntilTick, target } = world.components.combat.columns;
  const { entities } = world.store;
  return (start, end, into) => {
    const { tick } = world;
    for (let e = start; e < end; e++) {
      const fights = bitOf(hasFought, e) === 1 && inCombatUntilTick[e]! > tick;
      into[e] = fights ? entities.rowOf(target[e]!) : 0;
    }
  };
}
