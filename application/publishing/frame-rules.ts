// What others see of somebody that no single column says. A field of EntityState, of Snapshot's head or of the frame
// without `from` in the schema is worked out here; the compiler asks for it.

import { bitOf } from '#domain/engine/ecs/bits.js';
import { EntityStatus } from '#domain/vocabulary/generated/words.js';
import type { World } from '#domain/world/world.js';
import type { FrameRules } from './generated/frame-update.js';

const healthFull = 255;

export class PublishedRules implements FrameRules {
  constructor(private readonly world: World) {}

  /** 0 exactly for the dead: never rounded to it while alive. Full for what has no health. */
  health(start: number, end: number, into: Uint8Array): void {
    const { dead, vitals } = this.world.components;
    const { health, healthMax } = vitals.columns;
    for (let e = start; e < end; e++) {
      const isDead = bitOf(dead.members, e) === 1;
      const isHurt = bitOf(vitals.members, e) === 1 && health[e]! < healthMax[e]!;
      const share = isHurt ? Math.max(1, ((health[e]! / healthMax[e]!) * healthFull + 0.5) | 0) : healthFull;
      into[e] = isDead ? 0 : share;
    }
  }

  status(start: number, end: number, into: Uint8Array): void {
    const { tick, components } = this.world;
    const { dead, safe, casting, stunned, combat } = components;
    const { inCombatUntilTick } = combat.columns;
    for (let e = start; e < end; e++) {
      const fights = bitOf(combat.members, e) === 1 && inCombatUntilTick[e]! > tick;
      into[e] =
        bitOf(dead.members, e) * EntityStatus.dead +
        bitOf(safe.members, e) * EntityStatus.safe +
        bitOf(casting.members, e) * EntityStatus.casting +
        bitOf(stunned.members, e) * EntityStatus.stunned +
        (fights ? EntityStatus.inCombat : 0);
    }
  }

  foe(start: number, end: number, into: Uint16Array): void {
    const { tick, components, store } = this.world;
    const { combat } = components;
    const { inCombatUntilTick, target } = combat.columns;
    for (let e = start; e < end; e++) {
      const fights = bitOf(combat.members, e) === 1 && inCombatUntilTick[e]! > tick;
      into[e] = fights ? store.entities.placeOf(target[e]!) : 0;
    }
  }
}
