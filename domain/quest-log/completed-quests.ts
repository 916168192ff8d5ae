// Which quests those who are in the world completed, how often, and when they may take them on again. A quest is a row of a
// list of its own for each character, made when the first is completed: few complete many.

import { defineTable } from '../engine/system.js';

/** Quests of a content, and so of what one can have completed. */
export const completedMax = 256;
/** Rows that a list begins with; it doubles. */
const firstRows = 16;
/** Completions are counted up to here. */
export const timesMax = 0xffff_ffff;

/** In the order of their first completion. */
export class CompletedQuests {
  count = 0;
  quests = new Uint16Array(firstRows);
  times = new Uint32Array(firstRows);
  /** Seconds since 1970, 0 for none. */
  untilSeconds = new Float64Array(firstRows);

  /** -1 for one that was never completed. */
  find(quest: number): number {
    for (let i = 0; i < this.count; i++) if (this.quests[i] === quest) return i;
    return -1;
  }

  /** What is known of a quest from now on. */
  set(quest: number, times: number, untilSeconds: number): void {
    let at = this.find(quest);
    if (at < 0) at = this.#add(quest);
    this.times[at] = times;
    this.untilSeconds[at] = untilSeconds;
  }

  clear(): void {
    this.count = 0;
  }

  copy(other: CompletedQuests): void {
    this.clear();
    for (let i = 0; i < other.count; i++) this.set(other.quests[i]!, other.times[i]!, other.untilSeconds[i]!);
  }

  #add(quest: number): number {
    if (this.count === completedMax) throw new Error(`quest ${quest} where ${completedMax} are completed`);
    if (this.count === this.quests.length) this.#grow();
    this.quests[this.count] = quest;
    return this.count++;
  }

  #grow(): void {
    const { quests, times, untilSeconds } = this;
    this.quests = new Uint16Array(2 * quests.length);
    this.quests.set(quests);
    this.times = new Uint32Array(2 * quests.length);
    this.times.set(times);
    this.untilSeconds = new Float64Array(2 * quests.length);
    this.untilSeconds.set(untilSeconds);
  }
}

/** By the row of the character in the world. */
export class QuestHistories {
  readonly #lists: (CompletedQuests | undefined)[] = [];

  of(row: number): CompletedQuests {
    return (this.#lists[row] ??= new CompletedQuests());
  }
}

declare module '../engine/registry.js' {
  interface Tables {
    questHistories: QuestHistories;
  }
}

export const questHistories = defineTable({
  name: 'questHistories',
  create: () => new QuestHistories(),
  eachWord(histories, visit, { components, store }) {
    const { quests } = components;
    for (let row = 1; row < store.entities.rowsUsed; row++) {
      if (!quests.has(row)) continue;
      const list = histories.of(row);
      for (let i = 0; i < list.count; i++) {
        visit(list.quests[i]!);
        visit(list.times[i]! | 0);
        visit(list.untilSeconds[i]! | 0);
      }
    }
  },
});
