// What a character owns, as a game server answers it: stacks by holder and slot with the content's words for the items, coins and
// experience; and what it has learned and done, professions and quests.

import type { Content } from '#domain/content/content.js';
import { HolderKind, Profession } from '#domain/vocabulary/generated/words.js';
import type { LedgerQuest } from '#domain/ledger/state/ledger-state.js';
import type { CharacterOwnership } from '#ports/storage/ownership.js';
import type { AnsweredHistory } from './history.js';
import { nameIn } from './place-of.js';

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
  /** In which it has learned something. */
  readonly professions: readonly { readonly profession: string; readonly skill: number }[];
  readonly quests: readonly OwnedQuest[];
}

export interface OwnedQuest {
  readonly quest: number;
  /** In the content's words; null for one that it does not have any more. */
  readonly name: string | null;
  /** What players read about the stage that it is in; null for one that is not taken on, or whose stage the content lacks. */
  readonly stage: string | null;
  readonly isTakenOn: boolean;
  /** How often. */
  readonly completed: number;
}

const holderNames = new Map<number, OwnedStack['holder']>([
  [HolderKind.inventory, 'inventory'],
  [HolderKind.equipment, 'equipment'],
  [HolderKind.bank, 'bank'],
  [HolderKind.buyBack, 'buyBack'],
]);

export function answerPossessions(
  { coins, experience, stacks, professions, quests }: CharacterOwnership,
  { items, lists }: Pick<Content, 'items' | 'lists'>,
): AnsweredPossessions {
  const owned = stacks.flatMap(({ instance: stack, item, count, holder, slot, wear, bound }) => {
    const name = holderNames.get(holder);
    return name === undefined ? [] : [{ stack, item, count, holder: name, slot, wear, isBound: bound !== 0 }];
  });
  const known = [...new Set(owned.map(({ item }) => item))].flatMap((id) => items[id] ?? []);
  return {
    ...{ coins, experience, stacks: owned },
    items: known.map(({ id, key, name }) => ({ id, key, name })),
    professions: professions.map(({ profession, skill }) => ({
      ...{ profession: nameIn(Profession, profession), skill },
    })),
    quests: quests.map((each) => questOf(each, lists)),
  };
}

function questOf(
  { quest, stage, completed }: LedgerQuest,
  { quests }: Pick<Content['lists'], 'quests'>,
): OwnedQuest {
  const known = quests.find(({ id }) => id === quest);
  const where = known?.stages.find(({ number }) => number === stage);
  return {
    ...{ quest, name: known?.name ?? null, stage: where?.description ?? null },
    ...{ isTakenOn: stage !== 0, completed },
  };
}
