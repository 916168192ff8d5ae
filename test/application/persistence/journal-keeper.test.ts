// Facts on their way into the journal: each once, in order, whatever fails meanwhile.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { createStoredFacts, RingFactSink, StoredFacts } from '#adapters/threads/records/ring-fact-sink.js';
import { JournalKeeper } from '#application/persistence/journal-keeper.js';
import { FactLog } from '#domain/engine/facts/fact-log.js';
import { noteCommandDone, noteLetterSent } from '#domain/vocabulary/generated/facts.js';
import { LetterKind } from '#domain/vocabulary/generated/words.js';
import { JournalError } from '#ports/storage/journal.js';
import { silentLog } from '../../support/silent-log.js';

class Failing extends MemoryJournal {
  fails: JournalError | undefined;

  override append(first: number, facts: Uint8Array): number {
    if (this.fails !== undefined) throw this.fails;
    return super.append(first, facts);
  }
}

let journal: Failing;
let sink: RingFactSink;
let keeper: JournalKeeper;
let lastCommand: number;

beforeEach(() => {
  journal = new Failing();
  lastCommand = 0;
  const ring = createRing(4096);
  const stored = createStoredFacts();
  sink = new RingFactSink(new RingProducer(ring), stored);
  keeper = new JournalKeeper({
    journal,
    facts: new RingConsumer(ring),
    stored: new StoredFacts(stored),
    log: silentLog,
  });
});

/** How many of so many facts found room on their way, each of them a tick's. */
function offer(facts: number): number {
  for (let i = 0; i < facts; i++) {
    if (offerPart(1) === 0) return i;
    sink.handOver(true);
  }
  return facts;
}

/** The same of facts of one tick, which goes on. */
function offerPart(facts: number): number {
  const log = new FactLog();
  for (let i = 0; i < facts; i++) {
    log.reserve(1);
    noteCommandDone(log, 0, 1, lastCommand + 1, 1);
    if (!sink.offer(log, log.count - 1)) return i;
    lastCommand++;
  }
  return facts;
}

function commands(): number[] {
  const found: number[] = [];
  journal.entries(1, (facts, row) => void found.push(facts.command[row]!));
  return found;
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

describe('the keeper of the journal', () => {
  it('stores what waits in one go, and counts it then', () => {
    offer(5);
    expect(sink.stored).toBe(0);
    expect(keeper.drain()).toBe(true);
    expect([sink.stored, keeper.windows]).toEqual([5, 1]);
    expect(commands()).toEqual(upTo(5));
    expect(keeper.drain()).toBe(true);
    expect(keeper.windows).toBe(1);
  });

  it.each(['full', 'locked', 'failed'] as const)(
    'keeps what it cannot store (%s), takes nothing more, and goes on',
    (code) => {
      journal.fails = new JournalError(code, 'not now');
      offer(3);
      expect(keeper.drain()).toBe(false);
      expect([sink.stored, sink.isStoring, keeper.fault]).toEqual([0, false, 'not now']);
      // The ring fills up, and the simulation keeps the rest.
      const room = offer(1000);
      expect(room).toBeLessThan(1000);
      expect(keeper.drain()).toBe(false);
      expect(offer(1)).toBe(0);
      journal.fails = undefined;
      expect(keeper.drain()).toBe(true);
      expect([sink.stored, sink.isStoring, keeper.fault]).toEqual([lastCommand, true, undefined]);
      expect(commands()).toEqual(upTo(lastCommand));
      expect(keeper.failedWindows).toBe(2);
    },
  );

  it('stores a tick when all of it has come, in one window, though the ring holds a part of it only', () => {
    offer(2);
    let parts = 0;
    for (let rest = 5000; rest > 0; parts++) {
      const taken = offerPart(rest);
      rest -= taken;
      sink.handOver(rest === 0);
      expect(keeper.drain()).toBe(true);
      expect(sink.stored).toBe(rest === 0 ? 5002 : 2);
      expect(keeper.unfinished).toBe(rest === 0 ? 0 : 5000 - rest);
    }
    expect(parts).toBeGreaterThan(10);
    expect(keeper.windows).toBe(2);
    expect(commands()).toEqual(upTo(5002));
  });

  it('stores the ticks before one that has come in part, and that one later', () => {
    offer(3);
    offerPart(4);
    sink.handOver(false);
    expect(keeper.drain()).toBe(true);
    expect([sink.stored, keeper.unfinished]).toEqual([3, 4]);
    journal.fails = new JournalError('full', 'not now');
    offerPart(1);
    sink.handOver(true);
    expect(keeper.drain()).toBe(false);
    journal.fails = undefined;
    expect(keeper.drain()).toBe(true);
    expect([sink.stored, keeper.unfinished]).toEqual([8, 0]);
    expect(commands()).toEqual(upTo(8));
  });

  it('takes a tick that is larger than its own room', () => {
    const ring = createRing(1024 * 1024);
    const stored = createStoredFacts();
    const large = new RingFactSink(new RingProducer(ring), stored);
    const facts = new RingConsumer(ring);
    const keeping = new JournalKeeper({ journal, facts, stored: new StoredFacts(stored), log: silentLog });
    const log = new FactLog();
    const words = 'x'.repeat(2000);
    for (let letter = 1; letter <= 3000; letter++) {
      log.reserve(1);
      noteLetterSent(log, 0, 1, 2, 0, letter, LetterKind.written, 0, 0);
      log.text[log.count - 1] = words;
      while (!large.offer(log, log.count - 1)) keeping.drain();
    }
    expect(large.stored).toBe(0);
    large.handOver(true);
    keeping.drain();
    expect([large.stored, keeping.windows]).toEqual([3000, 1]);
    expect(journal.letters().every((letter) => letter.words === words)).toBe(true);
  });

  it('passes on what is no passing fault: nothing may go on after it', () => {
    journal.fails = new JournalError('corrupt', 'another file');
    offer(1);
    expect(() => keeper.drain()).toThrow('another file');
  });
});
