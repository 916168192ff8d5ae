// Which sanctions hold in this world, found by account and by character. At most `sanctionsOfServerMax`, the same number as
// the admin API's: those that ended make room when it is needed, and one that finds none is refused.

import { nilAccountId } from '#domain/player/character-sheet.js';
import { sanctionsOfServerMax, type SanctionKind } from '#ports/admin/players/sanction.js';
import { nameKey as keyOfName } from '#ports/names/name-key.js';
import type { KeptSanction } from '#ports/storage/sanction-book.js';

/** Whose a seat is. `characterId` is 0 until the store said which character it is. */
export interface Sanctioned {
  readonly accountId: string;
  readonly nameKey: string;
  readonly characterId: number;
}

export class Sanctions {
  readonly #byId = new Map<string, KeptSanction>();
  readonly #byKey = new Map<string, Set<KeptSanction>>();

  constructor(beginning: readonly KeptSanction[] = []) {
    for (const sanction of beginning) this.#add(sanction);
  }

  has(sanctionId: string): boolean {
    return this.#byId.has(sanctionId);
  }

  /** Takes the place of an earlier one of its id. False when there is no room. */
  set(sanction: KeptSanction, nowSeconds: number): boolean {
    this.remove(sanction.sanctionId);
    if (this.#byId.size >= sanctionsOfServerMax) this.#dropEnded(nowSeconds);
    if (this.#byId.size >= sanctionsOfServerMax) return false;
    this.#add(sanction);
    return true;
  }

  remove(sanctionId: string): KeptSanction | undefined {
    const sanction = this.#byId.get(sanctionId);
    if (sanction === undefined) return undefined;
    this.#byId.delete(sanctionId);
    for (const key of keysOf(sanction)) {
      const those = this.#byKey.get(key)!;
      those.delete(sanction);
      if (those.size === 0) this.#byKey.delete(key);
    }
    return sanction;
  }

  /** The one of this kind that holds longest. */
  longest(measure: SanctionKind, whom: Sanctioned, nowSeconds: number): KeptSanction | undefined {
    let longest: KeptSanction | undefined;
    for (const key of [accountKey(whom.accountId), nameKeyOf(whom.nameKey)])
      for (const sanction of this.#byKey.get(key) ?? [])
        if (
          sanction.measure === measure &&
          holds(sanction, nowSeconds) &&
          isAbout(sanction, whom) &&
          (longest === undefined || endOf(sanction) > endOf(longest))
        )
          longest = sanction;
    return longest;
  }

  /** All that decides who is let in, and who may talk. */
  eachWord(visit: (word: number) => void): void {
    for (const { sanctionId, untilSeconds } of this.#byId.values()) {
      visit(untilSeconds | 0);
      for (let i = 0; i < sanctionId.length; i++) visit(sanctionId.charCodeAt(i));
    }
  }

  #add(sanction: KeptSanction): void {
    this.#byId.set(sanction.sanctionId, sanction);
    for (const key of keysOf(sanction)) {
      const those = this.#byKey.get(key);
      if (those === undefined) this.#byKey.set(key, new Set([sanction]));
      else those.add(sanction);
    }
  }

  #dropEnded(nowSeconds: number): void {
    for (const sanction of [...this.#byId.values()])
      if (!holds(sanction, nowSeconds)) this.remove(sanction.sanctionId);
  }
}

/** Before the date is known nothing has ended. */
export function holds({ untilSeconds }: KeptSanction, nowSeconds: number): boolean {
  return untilSeconds === 0 || nowSeconds < untilSeconds;
}

/**
 * The account's, whatever it plays; or the character's own, which has an account from before guests had secrets: number and
 * name, for after a file was put back to an earlier time its number may be somebody else's.
 */
export function isAbout(sanction: KeptSanction, { accountId, nameKey, characterId }: Sanctioned): boolean {
  if (sanction.accountId !== nilAccountId && sanction.accountId === accountId) return true;
  return sanction.characterId === characterId && keyOfName(sanction.name) === nameKey;
}

function endOf({ untilSeconds }: KeptSanction): number {
  return untilSeconds === 0 ? Infinity : untilSeconds;
}

function keysOf({ accountId, name }: KeptSanction): readonly string[] {
  return [accountKey(accountId), nameKeyOf(keyOfName(name))];
}

const accountKey = (accountId: string): string => `account ${accountId}`;
const nameKeyOf = (nameKey: string): string => `name ${nameKey}`;
