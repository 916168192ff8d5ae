// Takes the ledger's facts from the simulation and has the journal store them, as many as wait in one go. What it cannot
// store it keeps and offers again; meanwhile nothing more is taken, so that the simulation, whose log fills up, holds its
// rules up. Failures are told and logged when they begin and when they end.

import { JournalError, type Journal } from '#ports/storage/journal.js';
import type { Log } from '#ports/system/log.js';
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

/** Facts in one transaction: about 1.3 MB of stacks. */
const windowMax = 16_384;
/** Twice what the ring holds, of which one go takes what is there. */
const windowBytes = 4 * 1024 * 1024;

export class JournalKeeper implements RecordSink {
  /** Facts stored since the start, in how many transactions, and transactions that failed and are tried again. */
  entries = 0;
  windows = 0;
  failedWindows = 0;
  #fault: string | undefined;
  readonly #bytes = new Uint8Array(windowBytes);
  #length = 0;
  #count = 0;

  constructor(private readonly options: JournalKeeperOptions) {}

  /** Why nothing can be stored, undefined while it can. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Stores what waits. True when nothing is left that waited; false when it is to be called again in a while. */
  drain(): boolean {
    for (;;) {
      if (this.#count === 0 && this.options.facts.drain(this, windowMax) === 0) {
        this.#tend();
        return true;
      }
      if (!this.#append()) return false;
    }
  }

  onRecord(_kind: number, _subject: number, data: Uint8Array, at: number, length: number): void {
    this.#bytes.set(data.subarray(at, at + length), this.#length);
    this.#length += length;
    this.#count++;
  }

  #append(): boolean {
    const { journal, stored } = this.options;
    try {
      journal.append(journal.end.number + 1, this.#bytes.subarray(0, this.#length));
    } catch (error) {
      if (!mayPass(error)) throw error;
      this.#noteFailure(error);
      return false;
    }
    this.entries += this.#count;
    this.windows++;
    stored.add(this.#count);
    this.#count = this.#length = 0;
    this.#noteSuccess();
    return true;
  }

  /** What can be put off is done when nothing waits. */
  #tend(): void {
    if (this.#fault !== undefined) return;
    try {
      this.options.journal.tend();
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
