// What vendors gave for what they keep of a character, on its way to the store and back.

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  recordFromSheet,
  recordFromStored,
  sheetFromRecord,
  storedFromRecord,
} from '#adapters/threads/records/character-records.js';
import { CharacterRecord } from '#adapters/protocol/generated/internal.js';
import { CharacterSheet } from '#domain/player/character-sheet.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';
import type { StoredCharacter } from '#ports/storage/characters/character-store.js';

interface Kept {
  readonly instance: number;
  readonly paid: number;
  readonly order: number;
}

const slots = fc.uniqueArray(
  fc.option(
    fc.record({
      instance: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
      paid: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1000 })),
      order: fc.integer({ min: 0, max: 9 }),
    }),
    { nil: undefined },
  ),
  { minLength: 8, maxLength: 8, selector: (kept) => kept?.instance ?? Symbol('empty') },
);

function sheetOf(kept: readonly (Kept | undefined)[]): CharacterSheet {
  const sheet = new CharacterSheet();
  kept.forEach((one, slot) => {
    // What lay there before is still written beside an empty slot.
    sheet.paid[slot] = one?.paid ?? 77;
    sheet.soldOrder[slot] = one?.order ?? slot;
    if (one === undefined) return;
    sheet.buyBack.items[slot] = 3;
    sheet.buyBack.counts[slot] = 1;
    sheet.buyBack.instances[slot] = one.instance;
  });
  return sheet;
}

function stored(sheet: CharacterSheet): StoredCharacter {
  const record = new CharacterRecord();
  recordFromSheet(record, sheet);
  return storedFromRecord(record);
}

/** As the journal says that it is. */
function comeBack(character: StoredCharacter, kept: readonly (Kept | undefined)[]): CharacterSheet {
  const stacks = kept.flatMap((one, slot) =>
    one === undefined
      ? []
      : [
          {
            ...{ instance: one.instance, item: 3, count: 1, holder: HolderKind.buyBack },
            ...{ owner: 1, slot, wear: 0, bound: 0 },
          },
        ],
  );
  const record = new CharacterRecord();
  const possessions = { stacks, professions: [], commands: [], quests: [] };
  recordFromStored(record, { ...character, possessions });
  const sheet = new CharacterSheet();
  sheet.paid.fill(5);
  sheet.soldOrder.fill(5);
  sheetFromRecord(sheet, record);
  return sheet;
}

it('the store is told what is known of what is there, the first sold first', () => {
  fc.assert(
    fc.property(slots, (kept) => {
      const known = kept.flatMap((one) => (one === undefined || one.paid === 0 ? [] : [one]));
      const inOrder = known.toSorted((a, b) => a.order - b.order);
      expect(stored(sheetOf(kept)).sales).toEqual(
        inOrder.map(({ instance, paid }) => ({ instance, coins: paid })),
      );
    }),
  );
});

it('who comes back has prices and order again; of what is not there any more nothing', () => {
  fc.assert(
    fc.property(slots, fc.integer({ min: 0, max: 8 }), (kept, gone) => {
      const later = kept.map((one, slot) => (slot === gone ? undefined : one));
      const sheet = comeBack(stored(sheetOf(kept)), later);
      expect([...sheet.paid]).toEqual(later.map((one) => one?.paid ?? 0));
      const order = later.flatMap((one, slot) =>
        one === undefined || one.paid === 0 ? [] : [{ before: one.order, after: sheet.soldOrder[slot]! }],
      );
      for (const a of order)
        for (const b of order) if (a.before < b.before) expect(a.after).toBeLessThan(b.after);
    }),
  );
});
