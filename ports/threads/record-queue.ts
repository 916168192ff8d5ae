// A bounded queue of byte records from one thread to another: one producer, one consumer, first in first out.
// Order holds within a queue, never between two of them.

export interface RecordSink {
  /** `data` belongs to the queue and holds only until this returns; it must not be written, nor the queue drained from here. */
  onRecord(kind: number, subject: number, data: Uint8Array, at: number, length: number): void;
}

export interface RecordProducer {
  /**
   * False when the record does not fit now; it is then counted in `refused` and lost unless the caller keeps it.
   * `kind` is a u8, `subject` a u32. A record longer than the queue's `recordBytesMax` could never fit: RangeError.
   */
  push(kind: number, subject: number, data: Uint8Array, at: number, length: number): boolean;
  /** Records refused since the start. */
  readonly refused: number;
}

/** A producer that also lets its caller encode straight into the queue's memory. */
export interface InPlaceRecordProducer extends RecordProducer {
  /** Most bytes of one record. */
  readonly recordBytesMax: number;
  readonly memory: Uint8Array;
  /** Offset in `memory` of room for `lengthMax` bytes, or -1 (counted in `refused`) when there is none now. Claiming or pushing again drops an uncommitted claim. */
  claim(lengthMax: number): number;
  /** Makes a record of the claimed room's first `length` bytes. Throws without a claim or beyond it. */
  commit(kind: number, subject: number, length: number): void;
}

/** A producer whose records the consumer sees from the next `publish` on: what orders memory between threads is paid once a batch. */
export interface BatchedRecordProducer extends RecordProducer {
  /** Also happens by itself when the queue is full. */
  publish(): void;
}

export interface RecordConsumer {
  /** Hands over at most `recordsMax` records and returns how many. A record whose sink throws counts as handed over. */
  drain(sink: RecordSink, recordsMax: number): number;
  /** Bytes waiting, with their headers. */
  readonly pendingBytes: number;
}
