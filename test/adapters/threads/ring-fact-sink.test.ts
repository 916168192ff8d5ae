// Facts on their way out of the simulation: a letter's words take what they take, and nothing of what lies before is touched.

import { expect, it } from '@jest/globals';
import { createRing, RingConsumer, RingProducer } from '#adapters/threads/memory/ring.js';
import { createStoredFacts, RingFactSink } from '#adapters/threads/records/ring-fact-sink.js';
import { FactLog } from '#domain/engine/facts/fact-log.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { decodeFact } from '#domain/vocabulary/generated/fact-codec.js';
import { noteLetterSent } from '#domain/vocabulary/generated/facts.js';
import { LetterKind } from '#domain/vocabulary/generated/words.js';

it('letters of any length go whole, or wait until there is room', () => {
  const handle = createRing(2048);
  const consumer = new RingConsumer(handle);
  const sink = new RingFactSink(new RingProducer(handle), createStoredFacts());
  const log = new FactLog();
  const rows = new FactRows(1);
  const words = ['', 'Ada\nhello\nyou', 'ü€🦊'.repeat(60), 'x'.repeat(300)];
  const arrived: (string | undefined)[] = [];
  const take = (): void =>
    void consumer.drain(
      {
        onRecord: (_, __, data, at, length) => {
          expect(decodeFact(data, at, at + length, rows, 0)).toBe(at + length);
          arrived.push(rows.text[0]);
        },
      },
      100,
    );
  for (let i = 0; i < 40; i++) {
    expect(log.reserve(1)).toBe(true);
    noteLetterSent(log, 0, 1, 2, 0, i + 1, LetterKind.written, 0, 0);
    log.text[log.count - 1] = words[i % words.length];
    while (!sink.offer(log, log.count - 1)) take();
  }
  take();
  expect(arrived).toEqual(Array.from({ length: 40 }, (_, i) => words[i % words.length]));
});
