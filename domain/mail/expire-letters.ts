// Letters that lay too long go back to who sent them, or away when nothing is in them.

import { defineSystem } from '../engine/system.js';
import { ticksPerSecond } from '../engine/time.js';
import { calendar } from './calendar.js';
import { directory } from './directory.js';
import { letters, lettersMax } from './letters.js';
import { endLetter, sendBack } from './post.js';
import { LedgerVerb } from '../vocabulary/generated/words.js';

/** Each letter is looked at once a minute: so many a tick. */
const lettersPerTick = Math.ceil(lettersMax / (60 * ticksPerSecond));
const slices = Math.ceil(lettersMax / lettersPerTick);

export const expireLetters = defineSystem({
  name: 'expire-letters',
  budgetUs: 100,
  reads: ['calendar', 'characters'],
  writes: ['letters', 'ledger'],
  emits: ['letterChanged', 'letterEnded'],
  owns: [letters, calendar, directory],
  run(world) {
    const { letters: table, calendar: date } = world.tables;
    if (date.nowSeconds === 0 || world.tables.ledger.mustWait(LedgerVerb.mailReturn)) return;
    const start = 1 + (world.tick % slices) * lettersPerTick;
    const end = Math.min(table.rowsEnd, start + lettersPerTick);
    for (let row = start; row < end; row++) {
      const until = table.untilSeconds[row]!;
      if (table.ids[row] === 0 || until === 0 || until > date.nowSeconds) continue;
      // Too busy to tell of it: it is looked at again.
      if (!world.facts.reserve(1)) return;
      if (table.isEmpty(row)) endLetter(world, row, 0);
      else sendBack(world, row, 0);
    }
  },
});
