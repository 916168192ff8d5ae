// What a character owns, as a game server answers it: stacks by holder and slot with the content's words for the items, coins and
// experience.

import type { Content } from '#domain/content/content.js';
import { HolderKind } from '#domain/vocabulary/generated/words.js';
import type { CharacterOwnership } from '#ports/storage/ownership.js';
import type { AnsweredHistory } from './history.js';

export interface OwnedStack {
  readonly stack: number;
  readonly item: number;
  readonly count: number;
  readonly holder: 'inventory' | 'equipment' | 'bank' | 'buyBack';
  readonly slot: number;
  readonly wear: number;
  readonly isBound: boolean;
}

export interface AnsweredPossessions {
  readonly coins: number;
  readonly experience: number;
  readonly stacks: readonly OwnedStack[];
  readonly items: AnsweredHistory['items'];
}

const holderNames = new Map<number, OwnedStack['holder']>([
  [HolderKind.inventory, 'inventory'],
  [HolderKind.equipment, 'equipment'],
  [HolderKind.bank, 'bank'],
  [HolderKind.buyBack, 'buyBack'],
]);

export function answerPossessions(
  { coins, experience, stacks }: CharacterOwnership,
  { items }: Pick<Content, 'items'>,
): AnsweredPossessions {
  const owned = stacks.flatMap(({ instance: stack, item, count, holder, slot, wear, bound }) => {
    const name = holderNames.get(holder);
    return name === undefined ? [] : [{ stack, item, count, holder: name, slot, wear, isBound: bound !== 0 }];
  });
  const known = [...new Set(owned.map(({ item }) => item))].flatMap((id) => items[id] ?? []);
  return { coins, experience, stacks: owned, items: known.map(({ id, key, name }) => ({ id, key, name })) };
}
