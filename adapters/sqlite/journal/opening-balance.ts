// What characters had before there was a journal, as its first entries: once, when the journal of a file is opened first. Until
// then it lies in tables of its own, which are empty afterwards.

import type { Database } from 'better-sqlite3';
import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { encodeFact, factSizeMax } from '#domain/vocabulary/generated/fact-codec.js';
import {
  noteCoinsChanged,
  noteExperienceChanged,
  noteStackChanged,
} from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb, PurseKind } from '#domain/vocabulary/generated/words.js';

const entriesAtOnce = 4096;
const { openingBalance } = LedgerVerb;

interface HeldItem {
  readonly character: number;
  readonly slot: number;
  readonly item: number;
  readonly count: number;
}

interface HeldNumbers {
  readonly character: number;
  readonly coins: number;
  readonly experience: number;
}

/** Inside a transaction. `append` takes encoded facts. */
export function openWithBalance(db: Database, append: (facts: Uint8Array) => void): void {
  const rows = new FactRows(1);
  const bytes = new Uint8Array(entriesAtOnce * factSizeMax);
  let end = 0;
  const flush = (): void => {
    if (end > 0) append(bytes.subarray(0, end));
    end = 0;
  };
  const take = (): void => {
    end = encodeFact(rows, 0, bytes, end);
    rows.clear();
    if (end + factSizeMax > bytes.length) flush();
  };
  // Read whole: while statements run over a table, the same connection cannot write.
  for (const { character, coins, experience } of held(db)) {
    if (coins > 0) {
      noteCoinsChanged(rows, 0, character, 0, 0, openingBalance, coins, coins, PurseKind.wallet, character);
      take();
    }
    if (experience > 0) {
      noteExperienceChanged(rows, 0, 0, character, openingBalance, experience, experience);
      take();
    }
  }
  let instance = 0;
  for (const { character, slot, item, count } of items(db)) {
    instance += 1;
    const where = [HolderKind.inventory, character, slot, HolderKind.nowhere, 0, 0] as const;
    noteStackChanged(
      rows,
      0,
      0,
      character,
      0,
      0,
      openingBalance,
      instance,
      item,
      count,
      count,
      ...where,
      0,
      0,
    );
    take();
  }
  flush();
  db.exec('DELETE FROM opening_numbers; DELETE FROM opening_items');
}

function held(db: Database): HeldNumbers[] {
  return db
    .prepare<[], HeldNumbers>('SELECT character, coins, experience FROM opening_numbers ORDER BY character')
    .all();
}

function items(db: Database): HeldItem[] {
  return db
    .prepare<[], HeldItem>('SELECT character, slot, item, count FROM opening_items ORDER BY character, slot')
    .all();
}
