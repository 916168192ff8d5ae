// Whether all that a character owns is stored, as it is now. What is not is told later: nobody is told what a crash could
// still take back.

import { FactKind } from '#domain/vocabulary/generated/facts.js';
import { hasUnnoted } from '#domain/quest-log/quest-log.js';
import { ownHolders } from '#domain/ledger/erase-possessions.js';
import { PurseKind, type HolderKind } from '#domain/vocabulary/generated/words.js';
import type { Game } from '../game/game.js';

/** Some fact about letters in its mailbox has happened and is not stored, or not told, yet. */
export function hasUnstoredLetters(
  { world: { facts }, factSink, storedReader }: Game,
  character: number,
): boolean {
  if (factSink === undefined) return false;
  for (let row = storedReader?.next ?? 0; row < facts.count; row++) {
    const kind = facts.kind[row]!;
    // Whatever is put into a letter or taken out of one, one of these says so in the same tick.
    const isOfLetters = kind === FactKind.letterSent || kind === FactKind.letterChanged;
    if (isOfLetters && facts.counterpart[row] === character) return true;
    if (kind === FactKind.letterEnded && facts.character[row] === character) return true;
  }
  return false;
}

/** Listings from this id on are not stored, or not told, yet: ids rise. */
export function firstUnstoredListing({ world: { facts }, factSink, storedReader }: Game): number {
  if (factSink === undefined) return Infinity;
  for (let row = storedReader?.next ?? 0; row < facts.count; row++)
    if (facts.kind[row] === FactKind.listingOpened) return facts.document[row]!;
  return Infinity;
}

/**
 * Some fact about what it owns has happened and is not stored, or not told, yet. Not what became of letters and listings, of
 * its own or with ids like its number.
 */
export function hasUnstored({ world, factSink, storedReader }: Game, character: number): boolean {
  if (factSink === undefined) return false;
  const { facts, tables } = world;
  const own = tables.characters.rowOf(character);
  if (own !== 0 && hasUnnoted(world, own)) return true;
  const isOwn = (holder: number, owner: number): boolean =>
    owner === character && ownHolders.includes(holder as HolderKind);
  for (let row = storedReader?.next ?? 0; row < facts.count; row++) {
    const holder = facts.holder[row]!;
    const owner = facts.owner[row]!;
    switch (facts.kind[row]!) {
      case FactKind.stackChanged:
        if (isOwn(holder, owner) || isOwn(facts.fromHolder[row]!, facts.fromOwner[row]!)) return true;
        break;
      case FactKind.coinsChanged:
        if (holder === PurseKind.wallet && owner === character) return true;
        break;
      case FactKind.experienceChanged:
      case FactKind.professionChanged:
      case FactKind.questChanged:
        if (facts.character[row] === character) return true;
        break;
    }
  }
  return false;
}
