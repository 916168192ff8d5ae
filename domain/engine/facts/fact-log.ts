// What happened, written once by the rule that did it, in the order in which it happened; whoever has to do with it reads
// it: what players are told, what is stored, what is counted, whom it wakes. Kinds and columns come from the schema
// (protocol-schema/facts.tos). Nothing is allocated.
//
// A fact that only informs may be lost when too many are unread, and is counted. A durable one is never lost: the rule
// reserves room for it before it acts, and does not act when there is none. So a reader that falls behind - a journal whose
// disk is slow - holds the rules up instead of losing what they did.

import { FactColumn, FactColumns, factDefinitions } from '../../vocabulary/generated/facts.js';
import type { FactKind, FactSink } from '../../vocabulary/generated/facts.js';

/** One reader's way through the log. */
export interface FactReader {
  /** Row of the next fact that it has not read. */
  next: number;
}

export interface FactLogOptions {
  /** Unread facts that only inform. 15,000 fighters with a blow every 1.5 s make 170 a tick; the rest is for storms. */
  readonly informingMax?: number;
  /** Unread durable facts, those reserved included. */
  readonly durableMax?: number;
}

const durableKinds = new Uint8Array(256);
/** Durable ones that name a stored character: what somebody owns follows from them, so the journal keeps them. */
const ledgerKinds = new Uint8Array(256);
for (const { kind, durable, columns } of factDefinitions) {
  durableKinds[kind] = durable ? 1 : 0;
  ledgerKinds[kind] = durable && (columns & FactColumn.character) !== 0 ? 1 : 0;
}

export class FactLog extends FactColumns implements FactSink {
  /** The tick of what is written now. */
  now = 0;
  /** Rows in use: 0 to `count - 1`, oldest first. */
  count = 0;
  /** Informing facts beyond the cap since the start. */
  dropped = 0;
  /** Reservations for which there was no room since the start. */
  refused = 0;
  /** What was said, of the few kinds that have words. */
  declare readonly text: (string | undefined)[];

  declare private readonly informingMax: number;
  declare private readonly durableMax: number;
  declare private readonly arrays: readonly {
    copyWithin(target: number, start: number, end: number): unknown;
  }[];
  private readonly readers: FactReader[] = [];
  private durableCount = 0;
  private reserved = 0;

  constructor({ informingMax = 4096, durableMax = 16_384 }: FactLogOptions = {}) {
    const rows = informingMax + durableMax;
    super(rows);
    this.informingMax = informingMax;
    this.durableMax = durableMax;
    this.text = new Array<string | undefined>(rows).fill(undefined);
    this.arrays = Object.values(this).filter((value) => ArrayBuffer.isView(value)) as unknown as Uint8Array[];
  }

  /** From now on facts stay until this reader has read them. It begins with the next one. */
  reader(): FactReader {
    const reader = { next: this.count };
    this.readers.push(reader);
    return reader;
  }

  /** Room for so many durable facts, until they are written or released. False, and counted, when there is none. */
  reserve(facts: number): boolean {
    if (this.durableCount + this.reserved + facts > this.durableMax) {
      this.refused++;
      return false;
    }
    this.reserved += facts;
    return true;
  }

  /** Gives back what was reserved and is not needed. */
  release(facts: number): void {
    if (facts > this.reserved) throw new Error(`${facts} facts released, ${this.reserved} were reserved`);
    this.reserved -= facts;
  }

  /** Durable facts for which room is reserved and which are not written yet. */
  get reservedFacts(): number {
    return this.reserved;
  }

  isDurable(kind: number): boolean {
    return durableKinds[kind] === 1;
  }

  /** Whether facts of this kind go to the journal. */
  isLedger(kind: number): boolean {
    return ledgerKinds[kind] === 1;
  }

  /** For the writers of the vocabulary: -1 when the fact was dropped. Throws for a durable one without room reserved. */
  claim(kind: FactKind): number {
    if (durableKinds[kind] === 1) {
      if (this.reserved === 0) throw new Error(`a durable fact (kind ${kind}) without room reserved for it`);
      this.reserved--;
      this.durableCount++;
    } else if (this.count - this.durableCount >= this.informingMax) {
      this.dropped++;
      return -1;
    }
    const row = this.count++;
    this.kind[row] = kind;
    this.tick[row] = this.now;
    return row;
  }

  /** Once a tick, at its end: forgets what all readers have read; what is left moves to the front. Without readers all is forgotten. */
  forget(): void {
    let read = this.count;
    for (let i = 0; i < this.readers.length; i++) read = Math.min(read, this.readers[i]!.next);
    if (read === 0) return;
    for (let row = 0; row < read; row++) {
      if (durableKinds[this.kind[row]!] === 1) this.durableCount--;
      this.text[row] = undefined;
    }
    const { count } = this;
    if (read < count) this.moveToFront(read, count);
    this.count = count - read;
    for (let i = 0; i < this.readers.length; i++) this.readers[i]!.next -= read;
  }

  private moveToFront(from: number, to: number): void {
    for (let i = 0; i < this.arrays.length; i++) this.arrays[i]!.copyWithin(0, from, to);
    for (let row = from; row < to; row++) {
      this.text[row - from] = this.text[row];
      this.text[row] = undefined;
    }
  }

  /** What is unread, as words, for hashing: it decides what its readers do next. */
  eachWord(visit: (word: number) => void): void {
    for (let row = 0; row < this.count; row++) {
      const { columns } = factDefinitions.find(({ kind }) => kind === this.kind[row])!;
      visit(this.kind[row]!);
      visit(this.tick[row]!);
      for (const [column, bit] of Object.entries(FactColumn)) {
        if ((columns & bit) === 0) continue;
        const value = this[column as keyof typeof FactColumn][row]!;
        visit(value | 0);
        visit(Math.floor(value / 0x1_0000_0000));
      }
    }
  }
}
