// A character that is away gets back what it had: what is taken and given was found out where the ledger is, and is written here,
// in a tick like all that moves anything, so that ids of stacks are given in one place and in one order.

import type { WorldOf } from '../engine/system.js';
import { FactRows } from '../ledger/entries/fact-rows.js';
import { readWindow } from '../ledger/entries/window.js';
import { decodeFact } from '../vocabulary/generated/fact-codec.js';
import { FactKind } from '../vocabulary/generated/facts.js';
import { HolderKind, RefusalReason } from '../vocabulary/generated/words.js';
import { allowed, type Verdict } from '../vocabulary/verdict.js';

/** Kinds that say what somebody owns or has got to. */
const restorable: readonly number[] = [
  FactKind.stackChanged,
  FactKind.coinsChanged,
  FactKind.experienceChanged,
  FactKind.professionChanged,
  FactKind.questChanged,
];

/**
 * `encoded`: facts, one behind the other (encodeFacts), of who is not in the world. Their ticks do not count, nor do the ids of
 * stacks that come from nowhere: those get the next ones. All are written, or none. Throws for other kinds and for broken bytes.
 */
export function writeRestored(world: WorldOf<never, 'ledger'>, encoded: Uint8Array): Verdict {
  const { facts, tables } = world;
  const starts: number[] = [];
  const span = readWindow(encoded, new FactRows(1), ({ kind }, _, start) => {
    if (!restorable.includes(kind[0]!)) throw new Error(`facts of kind ${kind[0]} are nothing to restore`);
    starts.push(start);
  });
  if (span === undefined) throw new Error('what is to be restored does not decode');
  if (!facts.reserve(starts.length)) return RefusalReason.busy;
  for (const start of starts) {
    const row = facts.claim(encoded[start]! as FactKind);
    decodeFact(encoded, start, encoded.length, facts, row);
    facts.tick[row] = facts.now;
    const isNew = facts.kind[row] === FactKind.stackChanged && facts.fromHolder[row] === HolderKind.nowhere;
    if (isNew) facts.instance[row] = tables.ledger.nextInstance();
  }
  return allowed;
}
