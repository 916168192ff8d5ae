// Where a world goes on that is kept in a journal, and ticks that begin anew before they are more than 32 bits can count.

import { ticksAnewFrom } from '#domain/engine/time.js';
import { encodeFacts } from '#domain/ledger/entries/encode-facts.js';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { noteCreatureFell, noteLaidOnGround } from '#domain/vocabulary/generated/facts.js';
import type { Journal } from '#ports/storage/journal.js';
import type { WorldBeginning } from '../game/restore-world.js';

type Read = Pick<Journal, 'end' | 'onGround' | 'letters' | 'listings' | 'fallen' | 'append'>;

/** The tick with which a world begins anew. */
const firstTick = 1;

/** Nobody appends to it yet. What still runs is written once more where ticks begin anew. */
export function beginningFrom(journal: Read): WorldBeginning {
  const isAnew = journal.end.tick >= ticksAnewFrom;
  if (isAnew) beginTicksAnew(journal);
  const { tick, instance, document } = journal.end;
  const [ground, letters, listings] = [journal.onGround(), journal.letters(), journal.listings()];
  return {
    // Where nothing ran nothing was written, and the last entry has the tick that it had.
    tick: isAnew ? firstTick : tick,
    ...{ instance, document, ground, letters, listings, fallen: journal.fallen() },
  };
}

/** Entries have the tick in which something began, so that all of them would be of the future. */
function beginTicksAnew(journal: Read): void {
  const { number, tick } = journal.end;
  const [ground, fallen] = [journal.onGround(), journal.fallen()];
  const rows = new FactRows(ground.length + fallen.length);
  rows.now = firstTick;
  for (const { instance, map, x, y, character, ticks, sinceTick } of ground)
    noteLaidOnGround(rows, 0, instance, map, x, y, character, left(sinceTick + ticks, tick));
  for (const { map, spawnGroup, member, dueTick } of fallen) {
    noteCreatureFell(rows, 0, 0, map, member, left(dueTick, tick));
    rows.text[rows.count - 1] = spawnGroup;
  }
  if (rows.count > 0) journal.append(number + 1, encodeFacts(rows));
}

function left(dueTick: number, tick: number): number {
  return Math.max(0, dueTick - tick);
}
