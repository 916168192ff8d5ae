// Words for what entries hold as numbers.

import { HolderKind } from '#domain/vocabulary/generated/words.js';

export function placeOf(holder: number, owner: number, slot: number): string {
  if (holder === HolderKind.nowhere) return 'nowhere';
  if (holder === HolderKind.ground) return 'the ground';
  return `${nameIn(HolderKind, holder)} ${owner} slot ${slot}`;
}

export function nameIn(words: Readonly<Record<string, number>>, value: number): string {
  return Object.keys(words).find((name) => words[name] === value) ?? `${value}`;
}
