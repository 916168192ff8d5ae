// Which character bears a name, asked of the store for the simulation, which asks for each once and waits. While the store
// fails that is told, and it is asked again until it answers.

import type { CharacterStore } from '#ports/storage/characters/character-store.js';
import type { Log } from '#ports/system/log.js';

/** How often names whose lookup failed are looked up again. */
export const lookAgainEveryMs = 1000;

export interface LookedUpNames {
  /** `character`: its id, 0 where there is none, undefined while nothing can be looked up. */
  lookedUp(name: string, character: number | undefined): void;
}

export interface NameLookupOptions {
  readonly store: Pick<CharacterStore, 'find'>;
  readonly answers: LookedUpNames;
  readonly log: Log;
}

export class NameLookup {
  /** At most as many as the simulation waits for. */
  private failing = new Set<string>();
  private isFailing = false;

  constructor(private readonly options: NameLookupOptions) {}

  /** Never rejects. */
  async look(name: string): Promise<void> {
    const { store, answers, log } = this.options;
    try {
      const found = await store.find(name);
      this.isFailing = false;
      answers.lookedUp(name, found?.characterId ?? 0);
    } catch (error) {
      this.failing.add(name);
      if (!this.isFailing) log.error('names of characters cannot be looked up; it is tried again', { error });
      this.isFailing = true;
      answers.lookedUp(name, undefined);
    }
  }

  /** To be called every `lookAgainEveryMs`. */
  async lookAgain(): Promise<void> {
    const { failing } = this;
    if (failing.size === 0) return;
    this.failing = new Set();
    for (const name of failing) await this.look(name);
  }
}
