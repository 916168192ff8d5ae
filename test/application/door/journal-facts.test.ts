// What a tick did is stored or is not, whatever of it the way to the journal has room for: a server that is killed between
// two ticks comes back to the end of one.

import { describe, expect, it } from '@jest/globals';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { createStoredFacts, RingFactSink, StoredFacts } from '#adapters/threads/records/ring-fact-sink.js';
import { journalFacts } from '#application/door/journal-facts.js';
import type { Game } from '#application/game/game.js';
import { JournalKeeper } from '#application/persistence/journal-keeper.js';
import { FactLog } from '#domain/engine/facts/fact-log.js';
import { noteCommandDone } from '#domain/vocabulary/generated/facts.js';
import { silentLog } from '../../support/silent-log.js';

/** A simulation that does nothing but note facts, and its journal. */
class Ticking {
  readonly journal = new MemoryJournal();
  readonly facts = new FactLog();
  readonly #reader = this.facts.reader();
  readonly #keeper: JournalKeeper;
  readonly #game: Pick<Game, 'factSink' | 'journalBehind'>;
  /** Facts up to the end of each tick. */
  readonly ends = new Set([0]);
  #noted = 0;

  constructor(ringBytes: number, publishByHand: boolean) {
    const ring = createRing(ringBytes);
    const stored = createStoredFacts();
    this.#keeper = new JournalKeeper({
      ...{ journal: this.journal, facts: new RingConsumer(ring) },
      ...{ stored: new StoredFacts(stored), log: silentLog },
    });
    const factSink = new RingFactSink(new RingProducer(ring, { publishByHand }), stored);
    this.#game = { factSink, journalBehind: false };
  }

  get isBehind(): boolean {
    return this.#game.journalBehind;
  }

  tick(facts: number): void {
    this.facts.now++;
    this.facts.reserve(facts);
    for (let i = 0; i < facts; i++) noteCommandDone(this.facts, 0, 1, ++this.#noted, 1);
    this.ends.add(this.#noted);
    const game = { ...this.#game, world: { facts: this.facts } } as unknown as Game;
    journalFacts.run(game, this.#reader);
    this.#game.journalBehind = game.journalBehind;
    this.facts.forget();
  }

  store(): void {
    expect(this.#keeper.drain()).toBe(true);
  }
}

describe.each([true, false])('ticks on their way to the journal (published by hand: %s)', (byHand) => {
  it.each([
    ['that fit the ring', 4096, [1, 20, 3]],
    ['of which one fills what the others left', 4096, [60, 60, 60]],
    ['of which one is larger than the ring', 1024, [5, 400, 0, 7]],
  ])('%s are stored whole, whenever the journal looks', (_, ringBytes, ticks) => {
    const total = ticks.reduce((sum, facts) => sum + facts, 0);
    for (const storedEvery of [1, 2, 3]) {
      const server = new Ticking(ringBytes, byHand);
      for (let i = 0; i < ticks.length || server.isBehind; i++) {
        server.tick(ticks[i] ?? 0);
        if (i % storedEvery === 0) server.store();
        expect([...server.ends]).toContain(server.journal.end.number);
      }
      server.store();
      expect(server.journal.end.number).toBe(total);
    }
  });
});
