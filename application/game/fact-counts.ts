// Counts what happened, for telemetry and for tests of conservation: every durable fact, and the units that some are about.

import type { FactLog } from '#domain/engine/facts/fact-log.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { EntityKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import type { World } from '#domain/world/world.js';

export class FactCounts {
  /** Facts since the start, by kind. */
  readonly byKind = new Float64Array(256);
  /** Units of items that new characters began with, that creatures left behind, and that vanished on the ground. */
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
      const factRow = reader.next;
      const kind = facts.kind[factRow]!;
      this.byKind[kind]!++;
      switch (kind) {
        case FactKind.stackChanged:
          this.#countUnits(facts.verb[factRow]! as LedgerVerb, facts.amount[factRow]!);
          break;
        case FactKind.died:
          this.#countDeath(facts.subject[factRow]!);
          break;
      }
    }
  }

  #countUnits(verb: LedgerVerb, gained: number): void {
    if (verb === LedgerVerb.start) this.startingUnits += gained;
    else if (verb === LedgerVerb.kill) this.lootUnitsDropped += gained;
    else if (verb === LedgerVerb.decay) this.lootUnitsExpired += -gained;
  }

  /** Bodies lie long enough to be counted. */
  #countDeath(subject: number): void {
    const row = this.#world.rowOf(subject);
    if (row === 0) return;
    if (this.#world.components.identity.columns.kind[row] === EntityKind.player) this.playersKilled++;
    else this.creaturesKilled++;
  }
}
