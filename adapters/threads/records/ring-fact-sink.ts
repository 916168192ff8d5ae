// The ledger's facts on their way from the simulation to the journal: each is encoded once, into the ring, and a mark says
// where ticks end, for a ring that is full shows what it holds. What is stored comes back as a count, in shared memory.

import { encodeFact, factSizeMax } from '#domain/vocabulary/generated/fact-codec.js';
import type { FactLog } from '#domain/engine/facts/fact-log.js';
import type { FactSink } from '#ports/storage/fact-sink.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import type { BatchedRecordProducer, InPlaceRecordProducer } from '#ports/threads/record-queue.js';

const storedWord = 0;
const failingWord = 1;
const noBytes = new Uint8Array(0);
/** What a record without bytes takes in a ring, or somewhat more: asked for with each fact, so that the mark behind it has room. */
const markBytes = 8;

/** One Uint32 of facts stored since the start, which wraps, and one that is 1 while nothing can be stored. */
export function createStoredFacts(): SharedArrayBuffer {
  return new SharedArrayBuffer(8);
}

/** The journal's side; only one thread writes. */
export class StoredFacts {
  readonly #words: Int32Array;

  constructor(buffer: SharedArrayBuffer) {
    this.#words = new Int32Array(buffer);
  }

  add(facts: number): void {
    Atomics.add(this.#words, storedWord, facts);
  }

  set isFailing(failing: boolean) {
    Atomics.store(this.#words, failingWord, failing ? 1 : 0);
  }
}

export class RingFactSink implements FactSink {
  readonly #words: Int32Array;
  /** Whether facts came since the last mark. */
  #isUnmarked = false;

  constructor(
    private readonly ring: InPlaceRecordProducer & Pick<BatchedRecordProducer, 'publish'>,
    stored: SharedArrayBuffer,
  ) {
    this.#words = new Int32Array(stored);
  }

  get stored(): number {
    return Atomics.load(this.#words, storedWord) >>> 0;
  }

  get isStoring(): boolean {
    return Atomics.load(this.#words, failingWord) === 0;
  }

  offer(facts: FactLog, row: number): boolean {
    const { ring } = this;
    // A UTF-16 unit takes up to 3 bytes of UTF-8, and their number 2.
    const words = facts.text[row];
    const bytesMax = words === undefined ? factSizeMax : factSizeMax + 2 + 3 * words.length;
    const at = ring.claim(bytesMax + markBytes);
    if (at < 0) return false;
    const end = encodeFact(facts, row, ring.memory, at);
    if (end < 0) throw new Error(`a fact of kind ${facts.kind[row]} cannot be encoded (${end})`);
    ring.commit(RecordKind.fact, 0, end - at);
    this.#isUnmarked = true;
    return true;
  }

  handOver(wholeTicks: boolean): void {
    if (wholeTicks && this.#isUnmarked) {
      if (!this.ring.push(RecordKind.ticksEnd, 0, noBytes, 0, 0))
        throw new Error('the mark of a tick found no room behind the fact that asked for it');
      this.#isUnmarked = false;
    }
    this.ring.publish();
  }
}
