// A small world of chosen systems, to test a noun's rules without a whole simulation: entities are put in by hand, ticks run
// only what was chosen, and what was told is read from the fact log.

import { afterEach, expect } from '@jest/globals';
import { createCreature } from '#domain/ai/create-creature.js';
import { localMemory } from '#domain/engine/ecs/columns.js';
import type { ColumnMemory } from '#domain/engine/ecs/columns.js';
import type { FactReader } from '#domain/engine/facts/fact-log.js';
import type { System } from '#domain/engine/system.js';
import type { Content } from '#domain/content/content.js';
import { partsOf, systems as allSystems } from '#domain/game.js';
import { createLoot } from '#domain/loot/create-loot.js';
import { Bag } from '#domain/ledger/bag.js';
import { Deed } from '#domain/ledger/deed.js';
import { createUnits } from '#domain/ledger/stacks.js';
import { pointAtGround } from '#domain/loot/lay-units.js';
import { createPlayer } from '#domain/player/create-player.js';
import { setPlayerLevel } from '#domain/progression/attributes.js';
import { FactColumn, factDefinition } from '#domain/vocabulary/generated/facts.js';
import type { FactKind } from '#domain/vocabulary/generated/facts.js';
import { LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { World } from '#domain/world/world.js';
import { Creature, smallContent } from '../../support/worlds/small-content.js';

const bag = new Bag();
const deed = new Deed();

/** A test's own systems come last. */
function placeInTick(system: System): number {
  const place = allSystems.indexOf(system);
  return place < 0 ? allSystems.length : place;
}

export interface SmallWorldOptions {
  /** Run in each tick, in the order of the game; the parts of all others are there too, unused. */
  readonly systems?: readonly System[];
  readonly content?: Content;
  readonly seed?: number;
  readonly capacity?: number;
  readonly memory?: ColumnMemory;
}

/** Of this file's tests, those in which somebody is who could do something. */
const livedIn = new Set<World>();

// What a rule reserves and neither writes nor gives back is gone for good: in the end every rule would be refused.
afterEach(() => {
  const leaking = [...livedIn].filter(({ facts }) => facts.reservedFacts > 0);
  // One test's leak is not the next one's.
  for (const world of leaking) livedIn.delete(world);
  expect(leaking.map(({ facts }) => `${facts.reservedFacts} durable facts stay reserved`)).toEqual([]);
});

/** What a system writes it declares (`emits`), also where no whole game that is played comes by its rule. */
function declaring(system: System, world: World): () => void {
  const { facts } = world;
  const run = system.bind(world);
  return () => {
    const first = facts.count;
    run();
    for (let factRow = first; factRow < facts.count; factRow++) {
      const { name } = factDefinition(facts.kind[factRow]!)!;
      if (!(system.emits as readonly string[]).includes(name))
        throw new Error(`the system '${system.name}' writes the fact '${name}': add it to its emits`);
    }
  };
}

/** A fact with what its kind carries, by name. */
export type ToldFact = Readonly<Record<string, number | string>> & { readonly fact: string };

export class SmallWorld {
  readonly world: World;
  readonly #runs: readonly (() => void)[];
  readonly #reader: FactReader;
  #characters = 0;

  constructor({
    systems = [],
    content,
    seed = 1,
    capacity = 50,
    memory = localMemory,
  }: SmallWorldOptions = {}) {
    this.world = new World(
      { content: content ?? smallContent(), seed, capacity, memory },
      partsOf(allSystems),
    );
    const ordered = [...systems].sort((one, other) => placeInTick(one) - placeInTick(other));
    this.#runs = ordered.map((system) => declaring(system, this.world));
    this.#reader = this.world.facts.reader();
  }

  tick(times = 1): void {
    for (let i = 0; i < times; i++) {
      this.world.beginTick();
      for (const run of this.#runs) run();
      this.world.endTick();
    }
  }

  /** The chosen systems, in the tick as it is: for what should happen at once. */
  run(): void {
    for (const run of this.#runs) run();
  }

  /** While no durable fact finds room. */
  withoutRoom(act: () => void): void {
    const { facts } = this.world;
    let taken = 0;
    while (facts.reserve(1)) taken++;
    act();
    facts.release(taken);
  }

  /** All facts that were not asked for yet. */
  told(): ToldFact[] {
    const { facts } = this.world;
    const told: ToldFact[] = [];
    for (; this.#reader.next < facts.count; this.#reader.next++) {
      const factRow = this.#reader.next;
      const { name, columns } = factDefinition(facts.kind[factRow]!)!;
      const carried = (Object.keys(FactColumn) as (keyof typeof FactColumn)[])
        .filter((column) => (columns & FactColumn[column]) !== 0)
        .map((column) => [column, facts[column][factRow]!] as const);
      const text = facts.text[factRow];
      told.push({ fact: name, ...Object.fromEntries(carried), ...(text !== undefined && { text }) });
    }
    return told;
  }

  /** Those of a kind. */
  toldOf(fact: keyof typeof FactKind): ToldFact[] {
    return this.told().filter((each) => each.fact === fact);
  }

  /** The row of a player with full health of that level. */
  player(x = 20, y = 20, { map = 0, level = 1 } = {}): number {
    const { world } = this;
    livedIn.add(world);
    const character = ++this.#characters;
    const name = new Uint8Array([64 + character]);
    const row = world.rowOf(
      createPlayer(world, { map, x, y, facing: 0, session: character, character, name, level }),
    );
    setPlayerLevel(world, row, level);
    const { health, healthMax, mana, manaMax } = world.components.vitals.columns;
    health[row] = healthMax[row]!;
    mana[row] = manaMax[row]!;
    return row;
  }

  /** The row of a creature of the first group of its map. */
  creature(x = 30, y = 30, { map = 0, template = Creature.wolf as number, level = 1 } = {}): number {
    const { world } = this;
    livedIn.add(world);
    return world.rowOf(createCreature(world, { map, x, y, facing: 0, template, level, spawnGroup: 0 }));
  }

  /** The row of items on the ground, for anybody. */
  loot(item: number, count: number, x = 20, y = 20): number {
    const { world } = this;
    const row = world.rowOf(createLoot(world, { map: 0, x, y, facing: 0, item, owner: 0 }));
    this.give(pointAtGround(world, row, bag), 0, item, count);
    return row;
  }

  /** Units of an item in a slot, out of nothing; the ledger notes them as granted. */
  give(into: Bag, slot: number, item: number, units: number): void {
    const { world } = this;
    if (!world.facts.reserve(1)) throw new Error('no room to note what is given');
    createUnits(world, deed.is(LedgerVerb.grant, into.owner), into, slot, item, units);
  }
}
