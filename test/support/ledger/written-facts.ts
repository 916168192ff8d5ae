// Durable facts as the bytes that a journal is given.

import { FactRows } from '#domain/ledger/entries/fact-rows.js';
import { encodeFact, factSizeMax } from '#domain/vocabulary/generated/fact-codec.js';
import { noteStackChanged } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, LedgerVerb } from '#domain/vocabulary/generated/words.js';

export type WriteFact = (rows: FactRows) => boolean;

/** Facts of one tick, as rows. */
export function writtenFacts(tick: number, ...facts: readonly WriteFact[]): FactRows {
  const rows = new FactRows(facts.length);
  rows.now = tick;
  for (const write of facts) write(rows);
  return rows;
}

export function encoded(tick: number, ...facts: readonly WriteFact[]): Uint8Array {
  const rows = writtenFacts(tick, ...facts);
  const words = rows.text.reduce((sum, text) => sum + 2 + 3 * (text?.length ?? 0), 0);
  const out = new Uint8Array(rows.count * factSizeMax + words);
  let end = 0;
  for (let row = 0; row < rows.count; row++) end = encodeFact(rows, row, out, end);
  return out.slice(0, end);
}

const someStack = {
  ...{
    character: 1,
    counterpart: 0,
    command: 0,
    verb: LedgerVerb.arrange as LedgerVerb,
    instance: 1,
    item: 1,
  },
  ...{ amount: 0, after: 1, holder: HolderKind.inventory as HolderKind, owner: 1, slot: 0 },
  ...{ fromHolder: HolderKind.nowhere as HolderKind, fromOwner: 0, fromSlot: 0, wear: 0, bound: 0 },
};

export function stackChanged(changes: Partial<typeof someStack>): WriteFact {
  const f = { ...someStack, ...changes };
  return (rows) =>
    noteStackChanged(
      rows,
      ...([0, 0, f.character, f.counterpart, f.command, f.verb, f.instance, f.item, f.amount] as const),
      ...([
        f.after,
        f.holder,
        f.owner,
        f.slot,
        f.fromHolder,
        f.fromOwner,
        f.fromSlot,
        f.wear,
        f.bound,
      ] as const),
    );
}
