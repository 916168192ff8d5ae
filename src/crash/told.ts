// What a server acknowledged to one player, in the order in which it came, over all its lives.

import type { InventorySlot } from '#adapters/protocol/generated/game.js';

export interface ToldSlot {
  readonly kind: 'slot';
  readonly holder: number;
  readonly slot: number;
  /** What lies in it, as `imageOf` writes it. */
  readonly image: string;
}

export type ToldEvent =
  | ToldSlot
  /** The player stands in the world: all that it owns is told anew. */
  | { readonly kind: 'entered' }
  /** What is in a letter or listing, by `letterKey` and `listingKey`. */
  | { readonly kind: 'document'; readonly key: string; readonly image: string }
  | { readonly kind: 'numbers'; readonly coins: number; readonly experience: number }
  | { readonly kind: 'skill'; readonly profession: number; readonly skill: number }
  | { readonly kind: 'confirmed'; readonly command: number };

/** What a player knows to own at the end, when nothing more was under way. */
export interface OwnedAtEnd {
  readonly coins: number;
  /** Points of skill by Profession; those that are not here are 0. */
  readonly skills: ReadonlyMap<number, number>;
  /** Images by `slotKey`, of bag and equipment; slots that are not here are empty. */
  readonly slots: ReadonlyMap<string, string>;
}

export interface ToldPlayer {
  readonly name: string;
  readonly events: readonly ToldEvent[];
  /** Undefined when it did not stand in the world at the end. */
  readonly atEnd: OwnedAtEnd | undefined;
}

type SlotContents = Pick<InventorySlot, 'item' | 'count' | 'wear'> & { readonly bound: boolean };

export const emptySlot = 'empty';

/** A slot's contents as text that can be compared. */
export function imageOf({ item, count, wear, bound }: SlotContents): string {
  return item === 0 ? emptySlot : `${count} of item ${item}, wear ${wear}${bound ? ', bound' : ''}`;
}

export function slotKey(holder: number, slot: number): string {
  return `${holder}/${slot}`;
}

export const letterKey = (letter: number): string => `letter ${letter}`;
export const listingKey = (listing: number): string => `listing ${listing}`;

/** `stacks`: images by place. */
export function letterImage(coins: number, asks: number, stacks: ReadonlyMap<number, string>): string {
  const enclosed = [...stacks].sort(([a], [b]) => a - b).map(([place, image]) => `${place}: ${image}`);
  return `${coins} coins, asks for ${asks}, encloses ${enclosed.join('; ') || 'nothing'}`;
}
