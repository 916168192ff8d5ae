// Facts on their way into the journal: each once, in order, whatever fails meanwhile.

import { beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { createStoredFacts, RingFactSink, StoredFacts } from '#adapters/threads/records/ring-fact-sink.js';
import { JournalKeeper } from '#application/persistence/journal-keeper.js';
import { FactLog } from '#domain/engine/facts/fact-log.js';
import { noteCommandDone } from '#domain/vocabulary/generated/facts.js';
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

/** How many of so many facts found room on their way. */
function offer(facts: number): number {
  const log = new FactLog();
  for (let i = 0; i < facts; i++) {
    log.reserve(1);
    noteCommandDone(log, 0, 1, lastCommand + 1, 1);
    if (!sink.offer(log, log.count - 1)) return i;
    lastCommand++;
  }
  sink.handOver();
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

  it('passes on what is no passing fault: nothing may go on after it', () => {
    journal.fails = new JournalError('corrupt', 'another file');
    offer(1);
    expect(() => keeper.drain()).toThrow('another file');
  });
});
