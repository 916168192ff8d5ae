// Takes the ledger's facts from the simulation and has the journal store them, as many whole ticks as wait in one go: what a
// tick did is stored or is not, so a tick whose rest is still to come waits for it. What cannot be stored is kept and offered
// again; meanwhile nothing more is taken, so that the simulation, whose log fills up, holds its rules up. Failures are told
// and logged when they begin and when they end.

import { JournalError, type Journal } from '#ports/storage/journal.js';
import type { Log } from '#ports/system/log.js';
import { RecordKind } from '#ports/threads/record-kinds.js';
import type { RecordConsumer, RecordSink } from '#ports/threads/record-queue.js';

export interface FactsStored {
  add(facts: number): void;
  isFailing: boolean;
}

export interface JournalKeeperOptions {
  readonly journal: Journal;
  readonly facts: RecordConsumer;
  /** Where the simulation looks. */
  readonly stored: FactsStored;
  readonly log: Log;
}

/** Records that are taken in one go, so facts in one transaction, where no tick has more: about 1.3 MB of stacks. */
const windowMax = 16_384;
/**
 * Twice what the ring holds, of which one go takes what is there. It grows with a tick that is larger, which the
 * simulation's log bounds: it holds 16,384 facts, each as long as its words at most.
 */
const windowBytes = 4 * 1024 * 1024;

export class JournalKeeper implements RecordSink {
  /** Facts stored since the start, in how many transactions, and transactions that failed and are tried again. */
  entries = 0;
  windows = 0;
  failedWindows = 0;
  /** Whether what can be put off goes on: not all of it was done when last nothing waited. */
  hasUpkeep = false;
  #fault: string | undefined;
  #bytes = new Uint8Array(windowBytes);
  #length = 0;
  #count = 0;
  /** What of it is of whole ticks. */
  #wholeLength = 0;
  #wholeCount = 0;

  constructor(private readonly options: JournalKeeperOptions) {}

  /** Why nothing can be stored, undefined while it can. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Facts of a tick whose rest has not come. */
  get unfinished(): number {
    return this.#count - this.#wholeCount;
  }

  /**
   * Stores what waits of whole ticks. True when nothing is left of them that waited; false when it is to be called again in a
   * while.
   */
  drain(): boolean {
    for (;;) {
      if (this.#wholeCount > 0) {
        if (!this.#append()) return false;
      } else if (this.options.facts.drain(this, windowMax) === 0) {
        this.#tend();
        return true;
      }
    }
  }

  onRecord(kind: number, _subject: number, data: Uint8Array, at: number, length: number): void {
    if (kind === RecordKind.ticksEnd) {
      this.#wholeLength = this.#length;
      this.#wholeCount = this.#count;
      return;
    }
    const { length: room } = this.#bytes;
    if (this.#length + length > room) {
      const larger = new Uint8Array(Math.max(2 * room, this.#length + length));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(data.subarray(at, at + length), this.#length);
    this.#length += length;
    this.#count++;
  }

  #append(): boolean {
    const { journal, stored } = this.options;
    try {
      journal.append(journal.end.number + 1, this.#bytes.subarray(0, this.#wholeLength));
    } catch (error) {
      if (!mayPass(error)) throw error;
      this.#noteFailure(error);
      return false;
    }
    this.entries += this.#wholeCount;
    this.windows++;
    stored.add(this.#wholeCount);
    this.#bytes.copyWithin(0, this.#wholeLength, this.#length);
    this.#length -= this.#wholeLength;
    this.#count -= this.#wholeCount;
    this.#wholeLength = this.#wholeCount = 0;
    this.#noteSuccess();
    return true;
  }

  /** What can be put off is done when nothing waits. */
  #tend(): void {
    this.hasUpkeep = false;
    if (this.#fault !== undefined) return;
    try {
      this.hasUpkeep = this.options.journal.tend();
    } catch (error) {
      if (!mayPass(error)) throw error;
      this.options.log.warn('the journal could not be tidied; it is tried again', {
        reason: error.message,
      });
    }
  }

  #noteFailure(error: JournalError): void {
    this.failedWindows++;
    if (this.#fault === undefined)
      this.options.log.error('the journal cannot be written; items and coins do not move until it can', {
        reason: error.message,
      });
    this.#fault = error.message;
    this.options.stored.isFailing = true;
  }

  #noteSuccess(): void {
    if (this.#fault === undefined) return;
    this.#fault = undefined;
    this.options.stored.isFailing = false;
    this.options.log.info('the journal is written again', { failedWindows: this.failedWindows });
  }
}

function mayPass(error: unknown): error is JournalError {
  return error instanceof JournalError && ['full', 'locked', 'failed'].includes(error.code);
}
