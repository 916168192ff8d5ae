// What happened in fights during one tick, for those who watch, and who died of it, for those who settle it.
// Fixed columns, emptied every tick. Events beyond the cap are lost to the eyes only, and counted; deaths are kept by
// place, one per entity, so they always fit.

import type { CombatOutcome } from '../vocabulary/vocabulary.js';

/** Events per tick. 15,000 fighters with a blow every 1.5 s make 170; the rest is for area skills and storms. */
const eventsMax = 4096;

export class CombatLog {
  readonly source = new Uint32Array(eventsMax);
  readonly target = new Uint32Array(eventsMax);
  readonly skill = new Uint16Array(eventsMax);
  readonly outcome = new Uint8Array(eventsMax);
  readonly amount = new Uint16Array(eventsMax);
  count = 0;
  /** Events beyond the cap since the start. */
  dropped = 0;

  /** Ids of those who died in this tick and of those who struck the last blow. */
  readonly fallen: Uint32Array;
  readonly killer: Uint32Array;
  fallenCount = 0;

  /** `entitiesMax`: most entities that can die in one tick. */
  constructor(entitiesMax: number) {
    this.fallen = new Uint32Array(entitiesMax);
    this.killer = new Uint32Array(entitiesMax);
  }

  add(source: number, target: number, skill: number, outcome: CombatOutcome, amount: number): void {
    if (this.count === eventsMax) {
      this.dropped++;
      return;
    }
    const at = this.count++;
    this.source[at] = source;
    this.target[at] = target;
    this.skill[at] = skill;
    this.outcome[at] = outcome;
    this.amount[at] = Math.min(amount, 0xffff);
  }

  addFallen(entity: number, killer: number): void {
    const at = this.fallenCount++;
    this.fallen[at] = entity;
    this.killer[at] = killer;
  }

  clear(): void {
    this.count = 0;
    this.fallenCount = 0;
  }
}
