// A world that goes on where a journal ends: what it ends by itself before its first tick is an entry as everything is.

import { expect, it } from '@jest/globals';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import type { FactLog } from '#domain/engine/facts/fact-log.js';
import type { FactSink } from '#ports/storage/fact-sink.js';
import { Item } from '../../support/worlds/small-content.js';
import { Played } from '../../support/worlds/played-simulation.js';

class Offered implements FactSink {
  readonly kinds: FactKind[] = [];
  stored = 0;
  isStoring = true;

  offer(facts: FactLog, row: number): boolean {
    this.kinds.push(facts.kind[row]! as FactKind);
    return true;
  }

  handOver(): void {}
}

it('hands on what decays because its map is gone, and listings of nothing', () => {
  const sink = new Offered();
  const stack = { instance: 7, item: Item.sword, count: 1, wear: 0, bound: 0 };
  const place = { map: 4711, x: 1, y: 1, character: 0, ticks: 1000, sinceTick: 90 };
  const listing = { listing: 3, seller: 1, price: 5, untilSeconds: 1, stack: undefined };
  const game = new Played({
    factSink: sink,
    begin: {
      ...{ tick: 100, instance: 7, document: 3, letters: [], fallen: [] },
      ground: [{ ...stack, ...place }],
      listings: [listing],
    },
  });
  game.step(2);
  expect(sink.kinds).toEqual([FactKind.stackChanged, FactKind.listingEnded]);
});
