// What restoring a character would change, as a game server answers it: with the content's words for items and quests.

import type { Content } from '#domain/content/content.js';
import type { LedgerQuest, LedgerStack } from '#domain/ledger/state/ledger-state.js';
import { HolderKind, Profession } from '#domain/vocabulary/generated/words.js';
import type { AnsweredHistory } from '../history.js';
import { nameIn } from '../place-of.js';
import type { NumberChange } from './restore-changes.js';
import type { RestorePlan } from './restore-in-journal.js';

export interface RestoredStack {
  /** Its id: now of what is taken away, then of what is given back under another. */
  readonly stack: number;
  readonly item: number;
  readonly count: number;
  readonly holder: string;
  readonly slot: number;
}

export interface QuestStanding {
  /** Number of its stage, 0 for one that is not taken on. */
  readonly stage: number;
  /** How often it was completed. */
  readonly completed: number;
}

export interface AnsweredRestore {
  readonly entry: number;
  readonly storedUnix: number | null;
  readonly taken: readonly RestoredStack[];
  readonly given: readonly RestoredStack[];
  /** Stacks that somebody or something else has, with units of one that is given back. */
  readonly elsewhere: readonly {
    /** Which is given back. */
    readonly of: number;
    readonly stack: number;
    readonly count: number;
    readonly holder: string;
    readonly owner: number;
  }[];
  readonly coins: NumberChange;
  readonly experience: NumberChange;
  readonly professions: readonly (NumberChange & { readonly profession: string })[];
  readonly quests: readonly {
    readonly quest: number;
    /** In the content's words; null for one that it does not have any more. */
    readonly name: string | null;
    /** Null where it has nothing to do with it. */
    readonly now: QuestStanding | null;
    readonly then: QuestStanding | null;
  }[];
  readonly items: AnsweredHistory['items'];
}

export function answerRestore(
  { entry, storedUnix, changes, elsewhere }: RestorePlan,
  { items, lists }: Pick<Content, 'items' | 'lists'>,
): AnsweredRestore {
  const { taken, given, coins, experience, professions, quests } = changes;
  const ids = new Set([...taken, ...given].map(({ item }) => item));
  return {
    ...{ entry, storedUnix, coins, experience },
    taken: taken.map(stackOf),
    given: given.map(stackOf),
    elsewhere: elsewhere.map(({ of, stack, count, holder, owner }) => ({
      ...{ of, stack, count, holder: nameIn(HolderKind, holder), owner },
    })),
    professions: professions.map(({ profession, now, then }) => ({
      ...{ profession: nameIn(Profession, profession), now, then },
    })),
    quests: quests.map(({ quest, now, then }) => ({
      quest,
      name: lists.quests.find(({ id }) => id === quest)?.name ?? null,
      now: standingOf(now),
      then: standingOf(then),
    })),
    items: [...ids].flatMap((id) => items[id] ?? []).map(({ id, key, name }) => ({ id, key, name })),
  };
}

function stackOf({ instance, item, count, holder, slot }: LedgerStack): RestoredStack {
  return { stack: instance, item, count, holder: nameIn(HolderKind, holder), slot };
}

function standingOf(quest: LedgerQuest | undefined): QuestStanding | null {
  return quest === undefined ? null : { stage: quest.stage, completed: quest.completed };
}
