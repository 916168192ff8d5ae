// Where a world goes on: with the ticks that there were, or with small ones again before they are more than can be counted.

import { describe, expect, it } from '@jest/globals';
import { MemoryJournal } from '#adapters/memory/storage/journal.js';
import { checkLedger } from '#application/ledger/check-ledger.js';
import { beginningFrom } from '#application/persistence/beginning-from.js';
import { ticksAnewFrom, ticksMost, ticksPerSecond } from '#domain/engine/time.js';
import { noteCreatureFell, noteLaidOnGround } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';
import { SmallWorld } from '../../domain/harness/small-world.js';
import { encoded, stackChanged, type WriteFact } from '../../support/ledger/written-facts.js';

const worn = stackChanged({ verb: LedgerVerb.wear, instance: 1, fromHolder: 1, fromOwner: 1, amount: 0 });
const lootLife = 18_000;

const fell = (member: number, ticks: number): WriteFact => {
  return (rows) => {
    const isNoted = noteCreatureFell(rows, 0, 0, 1, member, ticks);
    rows.text[rows.count - 1] = 'wolves';
    return isNoted;
  };
};

/** Two creatures that fell and a stack on the ground, 1,000 ticks before the last entry. */
function journalUpTo(tick: number): MemoryJournal {
  const journal = new MemoryJournal();
  const ground = { holder: HolderKind.ground, owner: 0, slot: 0 };
  journal.append(
    1,
    encoded(
      tick - 1000,
      stackChanged({ verb: LedgerVerb.kill, instance: 1, amount: 1, after: 1 }),
      stackChanged({ verb: LedgerVerb.kill, instance: 2, amount: 3, after: 3, ...ground }),
      (rows) => noteLaidOnGround(rows, 0, 2, 1, 5, 6, 1, lootLife),
      fell(0, 400),
      fell(1, 5000),
    ),
  );
  journal.append(journal.end.number + 1, encoded(tick, worn));
  return journal;
}

describe('a world that is kept in a journal', () => {
  it('goes on at the tick of the last entry, and writes nothing', () => {
    const tick = ticksAnewFrom - 1;
    const journal = journalUpTo(tick);
    expect(beginningFrom(journal)).toMatchObject({ tick, instance: 2, ground: [{ sinceTick: tick - 1000 }] });
    expect(journal.end.number).toBe(6);
  });

  it.each([ticksAnewFrom, 2 ** 32 - 1])(
    'begins with small ticks after %d, with what was left of all that ran',
    (tick) => {
      const journal = journalUpTo(tick);
      for (let start = 0; start < 2; start++) {
        const begin = beginningFrom(journal);
        expect(begin.tick).toBe(1);
        expect(begin.ground).toMatchObject([
          { instance: 2, count: 3, map: 1, x: 5, y: 6, character: 1, sinceTick: 1, ticks: lootLife - 1000 },
        ]);
        expect(begin.fallen).toEqual([
          { map: 1, spawnGroup: 'wolves', member: 0, dueTick: 1 },
          { map: 1, spawnGroup: 'wolves', member: 1, dueTick: 4001 },
        ]);
        expect(journal.end).toMatchObject({ number: 9, tick: 1 });
        expect(checkLedger(journal).findings).toEqual([]);
      }
      journal.append(10, encoded(2, worn));
      expect(beginningFrom(journal)).toMatchObject({ tick: 2, ground: [{ sinceTick: 1 }] });
    },
  );

  it('begins so also where nothing ran', () => {
    const journal = new MemoryJournal();
    const made = stackChanged({ verb: LedgerVerb.kill, instance: 1, amount: 1, after: 1 });
    journal.append(1, encoded(ticksAnewFrom + 5, made));
    expect(beginningFrom(journal)).toMatchObject({ tick: 1, instance: 1 });
    expect(journal.end.number).toBe(1);
    journal.append(2, encoded(7, worn));
    expect(beginningFrom(journal).tick).toBe(7);
  });
});

it('a world whose ticks come to their end stops, says what to do, and leaves room for what is due after them', () => {
  const small = new SmallWorld({ systems: [] });
  small.world.tick = ticksMost - 2;
  small.tick(2);
  expect(() => small.tick()).toThrow('start the server again');
  expect(small.world.tick).toBe(ticksMost);
  expect(2 ** 32 - ticksMost).toBeGreaterThan(29 * 86_400 * ticksPerSecond);
});
