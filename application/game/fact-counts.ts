// Counts what happened, for telemetry and for tests of conservation: every durable fact, and the units that some are about.

import type { FactLog } from '#domain/engine/facts/fact-log.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { EntityKind } from '#domain/vocabulary/generated/words.js';
import type { World } from '#domain/world/world.js';

export class FactCounts {
  /** Facts since the start, by kind. */
  readonly byKind = new Float64Array(256);
  /** Units of items that new characters began with, that came to lie on the ground, and that vanished there. */
  startingUnits = 0;
  lootUnitsDropped = 0;
  lootUnitsExpired = 0;
  creaturesKilled = 0;
  playersKilled = 0;
  readonly #world: World;
  readonly #facts: FactLog;
  readonly #reader;

  constructor(world: World) {
    this.#world = world;
    this.#facts = world.facts;
    this.#reader = world.facts.reader();
  }

  /** Between ticks too: a count includes all that has happened. */
  read(): void {
    const facts = this.#facts;
    const reader = this.#reader;
    for (; reader.next < facts.count; reader.next++) {
      const row = reader.next;
      const kind = facts.kind[row]!;
      this.byKind[kind]!++;
      switch (kind) {
        case FactKind.equipped:
          this.startingUnits += facts.amount[row]!;
          break;
        case FactKind.itemDropped:
          this.lootUnitsDropped += facts.amount[row]!;
          break;
        case FactKind.itemExpired:
          this.lootUnitsExpired += facts.amount[row]!;
          break;
        case FactKind.died:
          this.#countDeath(facts.subject[row]!);
          break;
      }
    }
  }

  /** Bodies lie long enough to be counted. */
  #countDeath(subject: number): void {
    const place = this.#world.placeOf(subject);
    if (place === 0) return;
    if (this.#world.components.identity.columns.kind[place] === EntityKind.player) this.playersKilled++;
    else this.creaturesKilled++;
  }
}
