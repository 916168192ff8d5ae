// All that fights in one world share: who hates whom, what happened this tick, and where blows are applied.
// Health changes only here and in regeneration, so that it stays a whole number from 0 to its maximum.

import { CreatureState } from '../ai/creature-state.js';
import type { World } from '../world/world.js';
import { CombatLog } from './combat-log.js';
import { ThreatTables } from './threat.js';

/** Ours: a fifth of a second from a blow to the answer, what a quick living being needs. */
const reactionTicks = 12;

export class Battle {
  readonly threats: ThreatTables;
  readonly log: CombatLog;

  constructor(readonly world: World) {
    const places = world.store.entities.capacity + 1;
    this.threats = new ThreatTables(places);
    this.log = new CombatLog(places);
  }

  /**
   * Takes up to `points` from a living `target`; one whose health reaches 0 is dead from now on and will be settled at
   * the end of the tick. Returns the points really taken. All entities are named by place.
   */
  harm(source: number, target: number, points: number): number {
    const { vitals, dead, creature, motion } = this.world.components;
    const { health } = vitals.columns;
    const taken = Math.min(points, health[target]!);
    health[target] = health[target]! - taken;
    this.rouse(source);
    this.rouse(target);
    const sourceId = this.world.idAt(source);
    if (creature.has(target)) {
      // One who only missed is hated too.
      this.resent(target, source, Math.max(1, points), taken);
      this.#alert(target);
    }
    if (health[target] === 0) {
      dead.add(target);
      dead.columns.sinceTick[target] = this.world.tick;
      motion.columns.wishX[target] = 0;
      motion.columns.wishY[target] = 0;
      this.log.addFallen(this.world.idAt(target), sourceId);
    }
    return taken;
  }

  /** A creature holds something against an attacker. Both are places. */
  resent(creature: number, attacker: number, threat: number, damage: number): void {
    const { player } = this.world.components;
    const character = player.has(attacker) ? player.columns.character[attacker]! : 0;
    this.threats.add(creature, this.world.idAt(attacker), character, threat, damage);
  }

  /** A creature that is attacked does not wait for its next turn to think, unless it fights already. */
  #alert(place: number): void {
    const { state, nextThinkTick } = this.world.components.creature.columns;
    if (state[place] === CreatureState.chasing) return;
    nextThinkTick[place] = Math.min(nextThinkTick[place]!, this.world.tick + reactionTicks);
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
