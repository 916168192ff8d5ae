// All that fights in one world share: who hates whom, and where blows are applied.
// Health changes only here and in regeneration, so that it stays a whole number from 0 to its maximum.

import type { World } from '../world/world.js';
import { ThreatTables } from './threat.js';

export class Battle {
  readonly threats: ThreatTables;

  constructor(readonly world: World) {
    const places = world.store.entities.capacity + 1;
    this.threats = new ThreatTables(places);
  }

  /**
   * Takes up to `points` from a living `target`; one whose health reaches 0 is dead from now on. Whoever calls this tells it
   * as a fact, and what a death leads to follows from that. Returns the points really taken. All entities are named by place.
   */
  harm(source: number, target: number, points: number): number {
    const { vitals, dead, creature, motion } = this.world.components;
    const { health } = vitals.columns;
    const taken = Math.min(points, health[target]!);
    health[target] = health[target]! - taken;
    this.rouse(source);
    this.rouse(target);
    if (creature.has(target)) {
      // One who only missed is hated too.
      this.resent(target, source, Math.max(1, points), taken);
    }
    if (health[target] === 0) {
      dead.add(target);
      dead.columns.sinceTick[target] = this.world.tick;
      motion.columns.wishX[target] = 0;
      motion.columns.wishY[target] = 0;
    }
    return taken;
  }

  /** A creature holds something against an attacker. Both are places. */
  resent(creature: number, attacker: number, threat: number, damage: number): void {
    const { player } = this.world.components;
    const character = player.has(attacker) ? player.columns.character[attacker]! : 0;
    this.threats.add(creature, this.world.idAt(attacker), character, threat, damage);
  }

  /** Gives back up to `points`. Returns the points really given. */
  heal(target: number, points: number): number {
    const { health, healthMax } = this.world.components.vitals.columns;
    const given = Math.max(0, Math.min(points, healthMax[target]! - health[target]!));
    health[target] = health[target]! + given;
    return given;
  }

  /** Is in a fight from now until nothing happened for as long as the rules say. */
  rouse(place: number): void {
    const { world } = this;
    world.components.combat.columns.inCombatUntilTick[place] = world.tick + world.content.rules.inCombatTicks;
  }

  isInCombat(place: number): boolean {
    return this.world.components.combat.columns.inCombatUntilTick[place]! > this.world.tick;
  }
}
