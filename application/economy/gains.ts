// What each character gained in the last hour, in pieces of five minutes: in memory alone, and read from the journal again after a
// start, so that nothing more is kept of anybody.

import type { FactColumns } from '#domain/vocabulary/generated/facts.js';
import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { HolderKind, PurseKind } from '#domain/vocabulary/generated/words.js';

export const gainsSeconds = 3_600;
const pieceSeconds = 300;
/** Of one piece; gains of more are not noted, and counted. */
const charactersMost = 20_000;

export const gainKinds = ['coins', 'units', 'experience'] as const;
export type GainKind = (typeof gainKinds)[number];

/** What a character has of its own for as long as it likes: what a vendor keeps of it is sold. */
const ownHolders: readonly number[] = [HolderKind.inventory, HolderKind.equipment, HolderKind.bank];

export class Gains {
  /** Gains that were not noted, since the start. */
  unnoted = 0;
  readonly #pieces = new Map<number, Map<number, Float64Array>>();

  /** `storedUnix`: when the entry was stored. */
  note(facts: FactColumns, row: number, storedUnix: number): void {
    switch (facts.kind[row]) {
      case FactKind.stackChanged: {
        const [holder, from] = [facts.holder[row]!, facts.fromHolder[row]!];
        const after = facts.after[row]!;
        const [owner, fromOwner] = [facts.owner[row]!, facts.fromOwner[row]!];
        const [came, went] = [
          ownHolders.includes(holder) ? after : 0,
          ownHolders.includes(from) ? after - facts.amount[row]! : 0,
        ];
        if (owner === fromOwner) return this.#add(owner, 1, came - went, storedUnix);
        this.#add(owner, 1, came, storedUnix);
        return this.#add(fromOwner, 1, -went, storedUnix);
      }
      case FactKind.coinsChanged:
        if (facts.holder[row] !== PurseKind.wallet) return;
        return this.#add(facts.owner[row]!, 0, facts.amount[row]!, storedUnix);
      case FactKind.experienceChanged:
        return this.#add(facts.character[row]!, 2, facts.amount[row]!, storedUnix);
      case FactKind.characterErased:
        for (const piece of this.#pieces.values()) piece.delete(facts.character[row]!);
        return;
      default:
        return;
    }
  }

  /** What is older than the last hour goes. */
  forget(nowUnix: number): void {
    const oldest = pieceOf(nowUnix - gainsSeconds);
    for (const piece of this.#pieces.keys()) if (piece < oldest) this.#pieces.delete(piece);
  }

  /** By character, what was gained less what was lost, in the order of gainKinds. */
  sums(): Map<number, Float64Array> {
    const sums = new Map<number, Float64Array>();
    for (const piece of this.#pieces.values())
      for (const [character, gained] of piece) {
        const sum = sums.get(character) ?? new Float64Array(gainKinds.length);
        sums.set(character, sum);
        for (let kind = 0; kind < gainKinds.length; kind++) sum[kind]! += gained[kind]!;
      }
    return sums;
  }

  #add(character: number, kind: number, amount: number, storedUnix: number): void {
    if (amount === 0) return;
    const number = pieceOf(storedUnix);
    let piece = this.#pieces.get(number);
    if (piece === undefined) this.#pieces.set(number, (piece = new Map()));
    let gained = piece.get(character);
    if (gained === undefined) {
      if (piece.size >= charactersMost) {
        this.unnoted += 1;
        return;
      }
      piece.set(character, (gained = new Float64Array(gainKinds.length)));
    }
    gained[kind]! += amount;
  }
}

function pieceOf(unix: number): number {
  return Math.floor(unix / pieceSeconds);
}
