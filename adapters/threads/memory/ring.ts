// A ring of byte records in shared memory: one producer thread, one consumer thread, no locks, nothing allocated.
// A record never wraps, so the consumer reads it where it lies; a full ring refuses the newest and counts it.
//
// Memory: three lines of 128 bytes (so that the two threads do not invalidate each other's cache), then the records.
//   0 written (i32, bytes ever, wraps)  4 refused (u32)  | 128 read (i32)  | 256 consumer waits (i32)
// Record, 8-byte aligned: length (u24) and kind (u8), subject (u32), data, padding. Positions are published with
// Atomics, which order the plain writes before them. `wrapMarker` in place of a record: go on at the start.

import type {
  BatchedRecordProducer,
  InPlaceRecordProducer,
  RecordConsumer,
  RecordSink,
} from '#ports/threads/record-queue.js';

export interface RingHandle {
  readonly buffer: SharedArrayBuffer;
}

export interface RingProducerOptions {
  /** Records become visible only at `publish` (or when the ring is full): one store for a whole batch. */
  readonly publishByHand?: boolean;
}

const memoryStart = 384;
const writtenWord = 0;
const refusedWord = 1;
const readWord = 32;
const waitingWord = 64;
const recordHeaderBytes = 8;
const lengthMask = 0xffffff;
/** Length and kind all ones; records are shorter than that. */
const wrapMarker = -1;

/** `capacityBytes` is a power of two from 1 KiB to 1 GiB. */
export function createRing(capacityBytes: number): RingHandle {
  const handle = { buffer: new SharedArrayBuffer(memoryStart + capacityBytes) };
  capacityOf(handle);
  return handle;
}

function capacityOf({ buffer }: RingHandle): number {
  const capacity = buffer.byteLength - memoryStart;
  if (!(capacity >= 1024 && capacity <= 2 ** 30 && (capacity & (capacity - 1)) === 0)) {
    throw new RangeError(`a ring holds a power of two from 1 KiB to 1 GiB, not ${capacity} bytes`);
  }
  return capacity;
}

function recordBytes(length: number): number {
  return recordHeaderBytes + ((length + 7) & ~7);
}

/** Records for which the ring had no room, since it was made. Any thread may ask. */
export function refusedIn({ buffer }: RingHandle): number {
  return Atomics.load(new Int32Array(buffer), refusedWord) >>> 0;
}

/** At most one per ring. */
export class RingProducer implements InPlaceRecordProducer, BatchedRecordProducer {
  /** Half the ring, so that a record fits an empty ring wherever its position stands. */
  readonly recordBytesMax: number;
  readonly memory: Uint8Array;
  readonly #words: Int32Array;
  readonly #capacity: number;
  readonly #publishByHand: boolean;
  #written: number;
  #published: number;
  /** The consumer's position when it was last looked at; it only moves on, so it is safe to be late. */
  #read: number;
  #claimedAt = -1;
  #claimedBytes = 0;

  constructor(handle: RingHandle, options: RingProducerOptions = {}) {
    this.#capacity = capacityOf(handle);
    this.recordBytesMax = Math.min(this.#capacity / 2 - recordHeaderBytes, lengthMask - 1);
    this.memory = new Uint8Array(handle.buffer);
    this.#words = new Int32Array(handle.buffer);
    this.#publishByHand = options.publishByHand ?? false;
    this.#written = this.#published = Atomics.load(this.#words, writtenWord);
    this.#read = Atomics.load(this.#words, readWord);
  }

  get refused(): number {
    return Atomics.load(this.#words, refusedWord) >>> 0;
  }

  push(kind: number, subject: number, data: Uint8Array, at: number, length: number): boolean {
    const to = this.claim(length);
    if (to < 0) return false;
    const memory = this.memory;
    for (let i = 0; i < length; i++) memory[to + i] = data[at + i]!;
    this.commit(kind, subject, length);
    return true;
  }

  claim(lengthMax: number): number {
    if (!(lengthMax >= 0 && lengthMax <= this.recordBytesMax)) {
      throw new RangeError(`a record of ${lengthMax} bytes, the ring takes ${this.recordBytesMax}`);
    }
    const capacity = this.#capacity;
    const bytes = recordBytes(lengthMax);
    let offset = this.#written & (capacity - 1);
    const toEnd = capacity - offset;
    const needed = bytes <= toEnd ? bytes : toEnd + bytes;
    if (needed > capacity - ((this.#written - this.#read) | 0)) {
      this.#read = Atomics.load(this.#words, readWord);
      if (needed > capacity - ((this.#written - this.#read) | 0)) return this.#refuse();
    }
    if (bytes > toEnd) {
      this.#words[(memoryStart + offset) >> 2] = wrapMarker;
      this.#written = (this.#written + toEnd) | 0;
      offset = 0;
    }
    this.#claimedAt = memoryStart + offset;
    this.#claimedBytes = lengthMax;
    return memoryStart + offset + recordHeaderBytes;
  }

  commit(kind: number, subject: number, length: number): void {
    const at = this.#claimedAt;
    if (at < 0 || !(length >= 0 && length <= this.#claimedBytes)) {
      throw new RangeError(`commit of ${length} bytes, claimed: ${at < 0 ? 'none' : this.#claimedBytes}`);
    }
    this.#claimedAt = -1;
    this.#words[at >> 2] = (kind << 24) | length;
    this.#words[(at >> 2) + 1] = subject | 0;
    this.#written = (this.#written + recordBytes(length)) | 0;
    if (!this.#publishByHand) this.publish();
  }

  /** Makes all records visible and wakes the consumer if it waits. */
  publish(): void {
    if (this.#written === this.#published) return;
    this.#published = this.#written;
    Atomics.store(this.#words, writtenWord, this.#written);
    // The consumer says that it waits before it looks at `written` a last time: one of the two sees the other.
    if (Atomics.load(this.#words, waitingWord) !== 0) Atomics.notify(this.#words, writtenWord);
  }

  #refuse(): -1 {
    Atomics.add(this.#words, refusedWord, 1);
    this.#claimedAt = -1;
    // Unpublished records would keep the ring full for ever.
    this.publish();
    return -1;
  }
}

/** At most one per ring. */
export class RingConsumer implements RecordConsumer {
  readonly #bytes: Uint8Array;
  readonly #words: Int32Array;
  readonly #capacity: number;
  /** Room is given back in steps of a quarter ring while draining, not once a record. */
  readonly #releaseBytes: number;
  #read: number;
  #released: number;

  constructor(handle: RingHandle) {
    this.#capacity = capacityOf(handle);
    this.#releaseBytes = this.#capacity / 4;
    this.#bytes = new Uint8Array(handle.buffer);
    this.#words = new Int32Array(handle.buffer);
    this.#read = this.#released = Atomics.load(this.#words, readWord);
  }

  get pendingBytes(): number {
    return (Atomics.load(this.#words, writtenWord) - this.#read) | 0;
  }

  /** Takes what is there now, not what comes meanwhile. Throws when the ring holds an impossible record. */
  drain(sink: RecordSink, recordsMax: number): number {
    const written = Atomics.load(this.#words, writtenWord);
    let count = 0;
    try {
      while (count < recordsMax && this.#read !== written) {
        const offset = this.#read & (this.#capacity - 1);
        const word = (memoryStart + offset) >> 2;
        const head = this.#words[word]!;
        if (head === wrapMarker) {
          this.#read = (this.#read + this.#capacity - offset) | 0;
          continue;
        }
        const length = head & lengthMask;
        const bytes = recordBytes(length);
        if (bytes > this.#capacity - offset || bytes > ((written - this.#read) | 0)) {
          throw new Error(`ring corrupted: record of ${length} bytes at ${offset} of ${this.#capacity}`);
        }
        this.#read = (this.#read + bytes) | 0;
        count++;
        const dataAt = memoryStart + offset + recordHeaderBytes;
        sink.onRecord(head >>> 24, this.#words[word + 1]! >>> 0, this.#bytes, dataAt, length);
        if (((this.#read - this.#released) | 0) >= this.#releaseBytes) this.#release();
      }
    } finally {
      this.#release();
    }
    return count;
  }

  /** Blocks the thread until records wait or `timeoutMs` have passed; whether records wait. */
  wait(timeoutMs: number): boolean {
    if (this.pendingBytes > 0) return true;
    Atomics.store(this.#words, waitingWord, 1);
    if (this.pendingBytes === 0) Atomics.wait(this.#words, writtenWord, this.#read, timeoutMs);
    Atomics.store(this.#words, waitingWord, 0);
    return this.pendingBytes > 0;
  }

  /** Resolves when records wait or came meanwhile: for a thread with an event loop, which this does not keep alive. One caller at a time. */
  async arrival(): Promise<void> {
    if (this.pendingBytes > 0) return;
    Atomics.store(this.#words, waitingWord, 1);
    if (this.pendingBytes === 0) await Atomics.waitAsync(this.#words, writtenWord, this.#read).value;
    Atomics.store(this.#words, waitingWord, 0);
  }

  #release(): void {
    if (this.#read === this.#released) return;
    this.#released = this.#read;
    Atomics.store(this.#words, readWord, this.#read);
  }
}
