// Paths worked out by other threads beside the simulation (see ports/threads/deliberation). Questions and answers lie in shared
// columns; a word for each slot says whose it is. Whoever is free takes the oldest question that nobody took - the
// simulation too, when an answer is due that nobody began - so no thread has to be waited for that is not at work on it.

import { createPathColumns, questionsMax } from '#domain/space/navigation/path-columns.js';
import type { PathColumns } from '#domain/space/navigation/path-columns.js';
import { PathFinder } from '#domain/space/navigation/path-finder.js';
import type { Navigation } from '#domain/space/navigation/navigation.js';
import { sharedMemory } from '#domain/engine/ecs/columns.js';
import type { Deliberation } from '#ports/threads/deliberation.js';

export interface DeliberationHandle {
  readonly navigation: Navigation;
  readonly columns: PathColumns;
  /** A word that counts the questions put, then a word for each slot. */
  readonly words: SharedArrayBuffer;
}

const slotState = { free: 0, asked: 1, taken: 2, answered: 3 } as const;

const endWord = 0;
const firstSlotWord = 1;

/** `navigation` in shared memory. */
export function createDeliberation(navigation: Navigation): DeliberationHandle {
  const words = new SharedArrayBuffer((firstSlotWord + questionsMax) * 4);
  return { navigation, columns: createPathColumns(sharedMemory), words };
}

/** What both sides do: take a question and work it out. */
class SlotWorker {
  readonly words: Int32Array;
  readonly #finder: PathFinder;

  constructor({ navigation, columns, words }: DeliberationHandle) {
    this.words = new Int32Array(words);
    this.#finder = new PathFinder(navigation, columns);
  }

  /** False when somebody else took it, or nothing is asked there. */
  tryWork(slot: number): boolean {
    const { words } = this;
    const word = firstSlotWord + slot;
    if (Atomics.compareExchange(words, word, slotState.asked, slotState.taken) !== slotState.asked)
      return false;
    this.#finder.begin(slot);
    while (this.#finder.isBusy) this.#finder.run(Infinity);
    Atomics.store(words, word, slotState.answered);
    Atomics.notify(words, word);
    return true;
  }
}

/** The simulation's side; at most one per handle. */
export class SharedDeliberation implements Deliberation {
  late = 0;
  readonly #worker: SlotWorker;
  #put = 0;

  constructor(handle: DeliberationHandle) {
    this.#worker = new SlotWorker(handle);
  }

  ponder(end: number): void {
    if (end === this.#put) return;
    const { words } = this.#worker;
    for (; this.#put < end; this.#put++)
      Atomics.store(words, firstSlotWord + (this.#put % questionsMax), slotState.asked);
    // Nobody is woken: that took 70 to 800 µs of the simulation's time, and helpers look often enough by themselves.
    Atomics.store(words, endWord, end | 0);
  }

  settle(number: number): void {
    const slot = number % questionsMax;
    const { words } = this.#worker;
    const word = firstSlotWord + slot;
    if (Atomics.load(words, word) === slotState.answered) return;
    this.late++;
    if (this.#worker.tryWork(slot)) return;
    while (Atomics.load(words, word) === slotState.taken) Atomics.wait(words, word, slotState.taken);
  }
}

/** A helper's side; as many as one likes. */
export class DeliberationHelper {
  /** Questions this helper worked out. */
  worked = 0;
  readonly #worker: SlotWorker;
  #next = 0;

  constructor(handle: DeliberationHandle) {
    this.#worker = new SlotWorker(handle);
  }

  /** Works out what is asked, and waits `waitMs` when there is nothing. */
  turn(waitMs: number): void {
    const { words } = this.#worker;
    const end = Atomics.load(words, endWord);
    if (this.#next === end) {
      Atomics.wait(words, endWord, end, waitMs);
      return;
    }
    // The counts wrap around 32 bits. Who slept through a round begins with the oldest that can still be open.
    if (((end - this.#next) | 0) > questionsMax) this.#next = (end - questionsMax) | 0;
    while (this.#next !== end) {
      if (this.#worker.tryWork((this.#next >>> 0) % questionsMax)) this.worked++;
      this.#next = (this.#next + 1) | 0;
    }
  }
}
