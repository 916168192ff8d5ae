// Words for what entries hold as numbers.

import { HolderKind } from '#domain/vocabulary/generated/words.js';

/** What a file knows beside the entries; of neither is there anything where it is not known. */
export interface LedgerWords {
  readonly nameOf: (character: number) => string | undefined;
  /** When an entry was stored, by the clock of then, as in 2026-11-29T08:00:00Z. */
  readonly storedAt: (entry: number) => string | undefined;
}

export const noWords: LedgerWords = { nameOf: () => undefined, storedAt: () => undefined };

export function placeOf(holder: number, owner: number, slot: number, words = noWords): string {
  if (holder === HolderKind.nowhere) return 'nowhere';
  if (holder === HolderKind.ground) return 'the ground';
  const isDocument = holder === HolderKind.letter || holder === HolderKind.listing;
  const name = isDocument ? undefined : words.nameOf(owner);
  return `${nameIn(HolderKind, holder)} ${owner}${name === undefined ? '' : ` (${name})`} slot ${slot}`;
}

export function characterOf(character: number, words: LedgerWords): string {
  const name = words.nameOf(character);
  return name === undefined ? `character ${character}` : `character ${character} (${name})`;
}

export function nameIn(words: Readonly<Record<string, number>>, value: number): string {
  return Object.keys(words).find((name) => words[name] === value) ?? `${value}`;
}
