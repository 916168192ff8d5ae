// Watches a running simulation phase by phase: which components each phase looks at, and which it changes.

import type { Game } from '#application/game/game.js';
import { phaseNames } from '#application/tick/run-tick.js';
import type { Components } from '#domain/world/components.js';
import type { TickTimer } from '#ports/threads/tick-timer.js';

export class PhaseWatch implements TickTimer {
  readonly used = new Map(phaseNames.map((name) => [name, new Set<string>()]));
  readonly changed = new Map(phaseNames.map((name) => [name, new Set<string>()]));
  readonly #memories: readonly Memory[];
  #phase: string | undefined;

  constructor(game: Game) {
    const { components } = game.world;
    this.#memories = Object.values(components).flatMap(memoriesOf);
    for (const [name, component] of Object.entries(components))
      Object.defineProperty(components, name, {
        get: () => {
          if (this.#phase !== undefined) this.used.get(this.#phase)!.add(name);
          return component;
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

  #compare(): void {
    for (const { name, now, before } of this.#memories) {
      if (now.equals(before)) continue;
      if (this.#phase !== undefined) this.changed.get(this.#phase)!.add(name);
      before.set(now);
    }
  }
}

/** The bytes of one column, and what they were when they were last looked at. */
interface Memory {
  readonly name: string;
  readonly now: Buffer;
  readonly before: Buffer;
}

function memoriesOf(component: Components[keyof Components]): Memory[] {
  const memories: Memory[] = [];
  const add = ({ buffer, byteOffset, byteLength }: ArrayBufferView): void => {
    const now = Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
    memories.push({ name: component.name, now, before: Buffer.from(now) });
  };
  add(component.members);
  component.eachColumn(add);
  return memories;
}
