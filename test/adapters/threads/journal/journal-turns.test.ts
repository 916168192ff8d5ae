// The journal thread's work, in one thread: facts are stored as they come, failures are tried again, and the end is the end.

import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { JournalFigures } from '#adapters/threads/journal/journal-figures.js';
import { createJournalMemory, type JournalMemory } from '#adapters/threads/journal/journal-memory.js';
import { JournalTurns } from '#adapters/threads/journal/journal-turns.js';
import { RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { RingFactSink, StoredFacts } from '#adapters/threads/records/ring-fact-sink.js';
import { JournalKeeper } from '#application/persistence/journal-keeper.js';
import { stalledMs } from '#application/telemetry/tick-watch.js';
import { FactLog } from '#domain/engine/facts/fact-log.js';
import { noteCommandDone } from '#domain/vocabulary/generated/facts.js';
import { JournalError } from '#ports/storage/journal.js';
import { silentLog } from '../../../support/silent-log.js';

class Failing extends MemoryJournal {
  fails: JournalError | undefined;

  override append(first: number, facts: Uint8Array): number {
    if (this.fails !== undefined) throw this.fails;
    return super.append(first, facts);
  }
}

let journal: Failing;
let memory: JournalMemory;
let sink: RingFactSink;
let turns: JournalTurns;
let faults: (string | undefined)[];
let broken: unknown[];
let nowMs: number;
let figures: JournalFigures;
let lastCommand: number;

beforeEach(() => {
  journal = new Failing();
  memory = createJournalMemory();
  sink = new RingFactSink(
    new RingProducer(memory.simulationToJournal, { publishByHand: true }),
    memory.storedFacts,
  );
  faults = [];
  broken = [];
  lastCommand = 0;
  const facts = new RingConsumer(memory.simulationToJournal);
  const keeper = new JournalKeeper({
    ...{ journal, facts, log: silentLog },
    stored: new StoredFacts(memory.storedFacts),
  });
  turns = new JournalTurns({
    ...{ keeper, facts, memory },
    onFault: (fault) => faults.push(fault),
    onBroken: (error) => broken.push(error),
  });
  nowMs = 0;
  const clock = { nowMs: () => nowMs };
  figures = new JournalFigures({ memory, clock, caller: { waiting: 2, refused: 1 } });
});

afterEach(() => {
  journal.fails = undefined;
  turns.end();
});

function offer(facts: number): void {
  const log = new FactLog();
  for (let i = 0; i < facts; i++) {
    log.reserve(1);
    noteCommandDone(log, 0, 1, ++lastCommand, 1);
    expect(sink.offer(log, log.count - 1)).toBe(true);
  }
}

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; !done(); tries++) {
    if (tries > 2000) throw new Error('it never came about');
    await pause(5);
  }
}

const samplesOf = (name: string) => figures.series.find((series) => series.name === name)!.samples();

describe("the journal's thread", () => {
  it('stores what is handed over, a tick in one window, without being called', async () => {
    void turns.run();
    offer(5);
    await pause(20);
    expect(sink.stored).toBe(0);
    sink.handOver(true);
    await until(() => sink.stored === 5);
    offer(2);
    sink.handOver(true);
    await until(() => sink.stored === 7);
    expect(samplesOf('tos_journal_windows_total')[0]).toMatchObject({ value: 2 });
    expect(samplesOf('tos_journal_entries_total')).toEqual([{ value: 7 }]);
    expect(samplesOf('tos_journal_window_seconds')).toHaveLength(3);
  });

  it('tells why nothing can be stored, and goes on by itself when it can', async () => {
    journal.fails = new JournalError('full', 'no room');
    void turns.run();
    offer(3);
    sink.handOver(true);
    await until(() => faults.length > 0);
    expect([faults, sink.isStoring, sink.stored]).toEqual([['no room'], false, 0]);
    journal.fails = undefined;
    await until(() => sink.stored === 3);
    expect([faults, sink.isStoring]).toEqual([['no room', undefined], true]);
    expect(broken).toEqual([]);
  });

  it('looks for facts between calls that come on end', async () => {
    await pause(10);
    offer(1);
    sink.handOver(true);
    turns.beforeCall();
    expect(sink.stored).toBe(1);
  });

  it('ends by what is no passing fault, wherever it is found', () => {
    journal.fails = new JournalError('corrupt', 'another file');
    offer(1);
    sink.handOver(true);
    expect(() => turns.drain()).toThrow('another file');
    expect(broken).toEqual([journal.fails]);
  });

  it('stores what waits at its end, or says that it could not', () => {
    offer(2);
    sink.handOver(true);
    journal.fails = new JournalError('full', 'no room');
    expect(() => turns.end()).toThrow('the journal could not be written to its end: no room');
    journal.fails = undefined;
    turns.end();
    expect(sink.stored).toBe(2);
  });

  it('says at its end that the rest of a tick never came', () => {
    offer(2);
    sink.handOver(false);
    expect(() => turns.end()).toThrow('2 of its facts came, and the rest of it never did');
    sink.handOver(true);
    turns.end();
    expect(sink.stored).toBe(2);
  });

  it('that stands still is seen', async () => {
    figures.look();
    await until(() => {
      nowMs = 0;
      figures.look();
      return true;
    });
    expect(figures.health.check()).toEqual({ ok: true });
    figures.fault = 'no room';
    expect(figures.health.check()).toEqual({ ok: false, reason: 'no room' });
    turns.end();
    await pause(300);
    figures.look();
    nowMs = stalledMs;
    expect(figures.health.check()).toEqual({
      ok: false,
      reason: `the journal's thread has stood still for ${stalledMs} ms`,
    });
    expect(samplesOf('tos_journal_heartbeat_age_seconds')).toEqual([{ value: stalledMs / 1000 }]);
  });

  it('gives signs of life while it has nothing to do', async () => {
    figures.look();
    nowMs = 1000;
    await pause(600);
    expect(samplesOf('tos_journal_heartbeat_age_seconds')).toEqual([{ value: 0 }]);
  });
});
