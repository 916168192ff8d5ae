// Who is called what, of characters that are not in the world. The rules cannot ask the store: a name that nobody has asked
// for is wanted, whoever runs the world looks it up and tells the answer, and the player asks again. The newest answers are
// kept, those too that there is no such character, so that nobody can make the store search for the same name again and again.

import { defineTable } from '../engine/system.js';

/** Answers kept. */
const knownMax = 16_384;
/** Names that wait for an answer; for more players are refused as busy, and ask again. */
export const wantedMax = 256;

export class Directory {
  readonly #known = new Map<string, number>();
  /** Names as they were asked for, by their keys, until they are learned. */
  readonly #wanted = new Map<string, string>();
  /** Keys of those that nobody was asked for yet. */
  readonly #unasked = new Set<string>();
  /** Keys of those that cannot be looked up for now. */
  readonly #failing = new Set<string>();
  /** Characters that were erased since the start, whatever the store still says: as many as operators erase. */
  readonly #erased = new Set<number>();

  /** Id of the character, 0 when there is none of this name, undefined when nobody knows yet. */
  characterOf(nameKey: string): number | undefined {
    return this.#known.get(nameKey);
  }

  /** False when it cannot be looked up now: too many are, or the store does not answer. Asked for again, it is not asked twice. */
  want(nameKey: string, name: string): boolean {
    if (this.#wanted.has(nameKey)) return !this.#failing.has(nameKey);
    if (this.#wanted.size >= wantedMax) return false;
    this.#wanted.set(nameKey, name);
    this.#unasked.add(nameKey);
    return true;
  }

  get wanted(): number {
    return this.#wanted.size;
  }

  /** Offers each name that nobody was asked for, once, until the offer is refused. */
  ask(offer: (name: string) => boolean): void {
    if (this.#unasked.size === 0) return;
    for (const key of this.#unasked) {
      if (!offer(this.#wanted.get(key)!)) return;
      this.#unasked.delete(key);
    }
  }

  /** It is still being looked up, and that fails. */
  fail(nameKey: string): void {
    if (this.#wanted.has(nameKey)) this.#failing.add(nameKey);
  }

  /** Nobody is it any more: its name may be another's. */
  forget(nameKey: string, character: number): void {
    this.#erased.add(character);
    if (this.#known.get(nameKey) === character) this.#known.delete(nameKey);
  }

  /** `told`: 0 when there is none, which is no news of one that was there: characters stay until they are erased, and keep their names. */
  learn(nameKey: string, told: number): void {
    this.#wanted.delete(nameKey);
    this.#unasked.delete(nameKey);
    this.#failing.delete(nameKey);
    const character = this.#erased.has(told) ? 0 : told;
    if (character === 0 && this.#known.has(nameKey)) return;
    this.#known.delete(nameKey);
    if (this.#known.size >= knownMax)
      for (const oldest of this.#known.keys()) {
        this.#known.delete(oldest);
        break;
      }
    this.#known.set(nameKey, character);
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    directory: Directory;
  }
}

/** What it knows is an input: it decides what requests mean before a tick, and nothing in one. */
export const directory = defineTable({ name: 'directory', create: () => new Directory() });
