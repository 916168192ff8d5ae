// What players said in the last minutes, so that whoever is reported can be read by operators. A ring: bounded by lines and by
// age; a line that makes room for a newer one before its time is over is counted. It is memory alone: nothing stores it, and
// what is older than its time is gone.

import { defineTable } from '../engine/system.js';
import { ticksPerSecond } from '../engine/time.js';
import { ChatScope } from '../vocabulary/generated/words.js';

/** Of all players together: 27 a second for ten minutes, and 7 MB at most where every line is as long as may be. */
export const spokenLinesMax = 16_384;
/** Ten minutes. */
export const spokenTicks = 600 * ticksPerSecond;

export interface SpokenLine {
  readonly tick: number;
  readonly scope: ChatScope;
  /** Index of the map on which it was said. */
  readonly map: number;
  readonly text: string;
}

export class SpokenLines {
  /** Lines forgotten before their time, since the start. */
  forgottenEarly = 0;
  count = 0;
  /** Where the oldest stands. */
  #first = 0;
  readonly #ticks = new Uint32Array(spokenLinesMax);
  /** 0 for a line that was taken out. */
  readonly #characters = new Uint32Array(spokenLinesMax);
  readonly #scopes = new Uint8Array(spokenLinesMax);
  readonly #maps = new Uint16Array(spokenLinesMax);
  readonly #texts = new Array<string>(spokenLinesMax).fill('');

  add(character: number, line: SpokenLine): void {
    this.forgetOld(line.tick);
    if (this.count === spokenLinesMax) {
      if (this.#characters[this.#first] !== 0) this.forgottenEarly++;
      this.#dropFirst();
    }
    const at = (this.#first + this.count++) % spokenLinesMax;
    this.#ticks[at] = line.tick;
    this.#characters[at] = character;
    this.#scopes[at] = line.scope;
    this.#maps[at] = line.map;
    this.#texts[at] = line.text;
  }

  /**
   * The newest of a character, the oldest of them first, and how many are left out. Half the room is for what others than its
   * party may have heard: what is said to the party alone pushes none of that out.
   */
  of(character: number, most: number): { readonly lines: SpokenLine[]; readonly older: number } {
    const own: number[] = [];
    for (let i = this.count - 1; i >= 0; i--) {
      const at = (this.#first + i) % spokenLinesMax;
      if (this.#characters[at] === character) own.push(at);
    }
    const open = own.filter((at) => this.#scopes[at] !== ChatScope.party);
    const chosen = new Set(open.slice(0, Math.ceil(most / 2)));
    for (const at of own) {
      if (chosen.size >= most) break;
      chosen.add(at);
    }
    const lines = own.filter((at) => chosen.has(at)).map((at) => this.#lineAt(at));
    return { lines: lines.reverse(), older: own.length - lines.length };
  }

  /** Those whose time is over at `tick`. */
  forgetOld(tick: number): void {
    while (this.count > 0 && this.#ticks[this.#first]! + spokenTicks <= tick) this.#dropFirst();
  }

  /** It was erased. */
  forgetCharacter(character: number): void {
    for (let i = 0; i < this.count; i++) {
      const at = (this.#first + i) % spokenLinesMax;
      if (this.#characters[at] !== character) continue;
      this.#characters[at] = 0;
      this.#texts[at] = '';
    }
  }

  #lineAt(at: number): SpokenLine {
    return {
      tick: this.#ticks[at]!,
      scope: this.#scopes[at]! as ChatScope,
      map: this.#maps[at]!,
      text: this.#texts[at]!,
    };
  }

  #dropFirst(): void {
    this.#texts[this.#first] = '';
    this.#characters[this.#first] = 0;
    this.#first = (this.#first + 1) % spokenLinesMax;
    this.count--;
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    spokenLines: SpokenLines;
  }
}

/** What was said decides nothing that the world does. */
export const spokenLines = defineTable({ name: 'spokenLines', create: () => new SpokenLines() });
