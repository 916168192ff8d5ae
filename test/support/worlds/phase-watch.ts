// Watches a running simulation phase by phase: which components and tables each phase looks at, which components it
// changes, and which facts it writes.

import type { Game } from '#application/game/game.js';
import { phaseNames } from '#application/tick/phases.js';
import type { Component } from '#domain/engine/ecs/component.js';
import { factDefinition } from '#domain/vocabulary/generated/facts.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';

export class PhaseWatch implements TickTimer {
  readonly used = new Map(phaseNames.map((name) => [name, new Set<string>()]));
  readonly changed = new Map(phaseNames.map((name) => [name, new Set<string>()]));
  readonly emitted = new Map(phaseNames.map((name) => [name, new Set<string>()]));
  readonly #memories: readonly Memory[];
  readonly #game: Game;
  #facts = 0;
  #phase: string | undefined;

  constructor(game: Game) {
    const { components, tables } = game.world;
    this.#game = game;
    this.#memories = Object.values(components as unknown as Record<string, Component>).flatMap(memoriesOf);
    this.#watch(components);
    this.#watch(tables);
  }

  /** Notes each look at a part of the world. */
  #watch(parts: object): void {
    for (const [name, part] of Object.entries(parts))
      Object.defineProperty(parts, name, {
        get: () => {
          if (this.#phase !== undefined) this.used.get(this.#phase)!.add(name);
          return part as unknown;
        },
      });
  }

  begin(phase: number): void {
    this.#compare();
    this.#phase = phaseNames[phase]!;
  }

  end(): void {
    this.#compare();
    this.#phase = undefined;
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
