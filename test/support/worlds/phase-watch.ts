// Watches a running simulation phase by phase: which components and tables each phase looks at, by itself or by what keeps
// them from before, which components it changes, which facts it writes, and whether it ever had anything to do.

import { createHash } from 'node:crypto';
import type { Game } from '#application/game/game.js';
import { phaseNames } from '#application/tick/phases.js';
import type { Component } from '#domain/engine/ecs/component.js';
import { partsOf, systems } from '#domain/game.js';
import { factDefinition } from '#domain/vocabulary/generated/facts.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';
import { PartLooks, watchFromBirth, watchTable } from './watched-parts.js';

/** By system: the tables beside the components that it may change. */
const systemTables = new Map(
  systems.map(({ name, writes }) => [
    name,
    partsOf(systems).tables.filter((table) => (writes as readonly string[]).includes(table.name)),
  ]),
);

export class PhaseWatch implements TickTimer {
  readonly used: PartLooks['used'];
  readonly changed = new Map(phaseNames.map((name) => [name, new Set<string>()]));
  readonly emitted = new Map(phaseNames.map((name) => [name, new Set<string>()]));
  /** Systems that changed a component or a table, or wrote a fact. */
  readonly worked = new Set<string>();
  /** Where room was reserved for durable facts that was neither used nor given back by the end of its tick. */
  readonly leaking = new Set<string>();
  /** In this tick: after which phase how much more was reserved than before. */
  readonly #reserving: string[] = [];
  #reserved = 0;
  /** At the end of the tick before: what leaked once stays, and is nobody else's. */
  #reservedBefore = 0;
  readonly #memories: readonly Memory[];
  readonly #tables: Readonly<Record<string, object>>;
  #tablesBefore = '';
  readonly #game: Game;
  readonly #looks: PartLooks;
  #facts = 0;

  /** Of a game that is watched by `looks` from the birth of its world. */
  private constructor(game: Game, looks: PartLooks) {
    const { components, tables } = game.world;
    this.#game = game;
    this.#looks = looks;
    this.used = looks.used;
    this.#memories = Object.values(components as unknown as Record<string, Component>).flatMap(memoriesOf);
    this.#tables = { ...(tables as unknown as Record<string, object>) };
    for (const stream of Object.values(tables.random)) watchTable(looks, 'random', stream);
    this.#watch(components);
    this.#watch(tables);
  }

  /** What `make` makes, which has a game, and the watch over that. */
  static over<T>(make: () => T, gameOf: (made: T) => Game): readonly [T, PhaseWatch] {
    const looks = new PartLooks(phaseNames);
    const made = watchFromBirth(looks, make);
    return [made, new PhaseWatch(gameOf(made), looks)];
  }

  get #phase(): string | undefined {
    return this.#looks.phase;
  }

  /** Notes each look at a part of the world. */
  #watch(parts: object): void {
    for (const [name, part] of Object.entries(parts))
      Object.defineProperty(parts, name, {
        get: () => {
          this.#looks.look(name);
          return part as unknown;
        },
      });
  }

  begin(phase: number): void {
    this.#noteReserved();
    this.#endPhase();
    const name = phaseNames[phase]!;
    if (this.#isToSee(name)) this.#tablesBefore = this.#digestTables(name);
    this.#looks.phase = name;
  }

  end(): void {
    this.#noteReserved();
    this.#endPhase();
    // What a blow reserves for a death, a later phase of the tick uses.
    if (this.#reserved > this.#reservedBefore) for (const where of this.#reserving) this.leaking.add(where);
    this.#reservedBefore = this.#reserved;
    this.#reserving.length = 0;
  }

  #noteReserved(): void {
    const { reservedFacts } = this.#game.world.facts;
    if (reservedFacts > this.#reserved) this.#reserving.push(this.#phase ?? 'between ticks');
    this.#reserved = reservedFacts;
  }

  #endPhase(): void {
    this.#compare();
    const phase = this.#phase;
    this.#looks.phase = undefined;
    if (phase === undefined || !this.#isToSee(phase)) return;
    const acted = this.changed.get(phase)!.size > 0 || this.emitted.get(phase)!.size > 0;
    if (acted || this.#digestTables(phase) !== this.#tablesBefore) this.worked.add(phase);
  }

  /** A system that was not seen at work yet. */
  #isToSee(phase: string): boolean {
    return systemTables.has(phase) && !this.worked.has(phase);
  }

  /** Of the tables that the system may change what is hashed, or the arrays of one that has no hash: it follows from the world. */
  #digestTables(phase: string): string {
    return this.#looks.unseen(() => this.#digestUnseen(phase));
  }

  #digestUnseen(phase: string): string {
    const digest = createHash('md5');
    const words: number[] = [];
    for (const { name, eachWord } of systemTables.get(phase)!) {
      const table = this.#tables[name]!;
      if (eachWord !== undefined) eachWord(table as never, (word) => words.push(word), this.#game.world);
      else
        for (const shown of Object.values(table))
          if (ArrayBuffer.isView(shown)) digest.update(bytesOf(shown));
    }
    return digest.update(Float64Array.from(words)).digest('hex');
  }

  /** Who destroys an entity takes all its components, and declares the entities for it. */
  #noteChange(phase: string, name: string, isMembership: boolean): void {
    const destroys = this.used.get(phase)!.has('entities');
    this.changed.get(phase)!.add(isMembership && destroys ? 'entities' : name);
  }

  #compare(): void {
    const { facts } = this.#game.world;
    for (const { name, isMembership, now, before } of this.#memories) {
      if (now.equals(before)) continue;
      if (this.#phase !== undefined) this.#noteChange(this.#phase, name, isMembership);
      before.set(now);
    }
    // Between ticks the log forgot what was read, and commands wrote to it.
    const from = this.#phase === undefined ? facts.count : this.#facts;
    for (let row = from; row < facts.count; row++)
      this.emitted.get(this.#phase!)!.add(factDefinition(facts.kind[row]!)!.name);
    this.#facts = facts.count;
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** The bytes of one column, or who has the component, and what they were when they were last looked at. */
interface Memory {
  readonly name: string;
  readonly isMembership: boolean;
  readonly now: Buffer;
  readonly before: Buffer;
}

function memoriesOf(component: Component): Memory[] {
  const memories: Memory[] = [];
  const add = ({ buffer, byteOffset, byteLength }: ArrayBufferView, isMembership: boolean): void => {
    const now = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
    memories.push({ name: component.name, isMembership, now, before: Buffer.from(now) });
  };
  add(component.members, true);
  component.eachColumn((column) => add(column, false));
  return memories;
}
